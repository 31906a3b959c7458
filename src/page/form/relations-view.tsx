/** The relations below a table: each written out with its numbers, the broken ones first. */
import { useState } from 'preact/hooks';
import { FORMULAS } from '../../check/catalogue.ts';
import type { CheckCode } from '../../findings/check.ts';
import type { Model } from '../model.ts';
import { useRoving } from '../roving.ts';
import { outcomeWord, t } from '../words.ts';
import { labelOf, type Written, type WrittenRule, type WrittenTerm } from './relations.ts';

const SIGNS = { kept: '✓', broken: '✗', undecided: '?', notApplicable: '–' } as const;

export function Relations({ rules, model }: { rules: readonly WrittenRule[]; model: Model }) {
  const container = useRoving(null);
  return (
    <div class="relations" ref={container}>
      {rules.length === 0 ? null : <h4>{t('relations')}</h4>}
      {rules.map((rule) => <Rule key={rule.code} rule={rule} model={model} />)}
    </div>
  );
}

function Rule({ rule, model }: { rule: WrittenRule; model: Model }) {
  const [open, setOpen] = useState(false);
  const count = (outcome: Written['outcome']): number => rule.instances.filter((one) => one.outcome === outcome).length;
  const [kept, undecided, broken] = [count('kept'), count('undecided'), count('broken')];
  const sorted = [...rule.instances.filter((one) => one.outcome === 'broken'), ...rule.instances.filter((one) => one.outcome !== 'broken')];
  const rest = rule.instances.length - broken;
  return (
    <div class={`rule ${broken > 0 ? 'broken' : 'kept'}`}>
      <p class="rule-head">
        <span class="sign" aria-label={outcomeWord(broken > 0 ? 'broken' : kept > 0 ? 'kept' : 'undecided')}>{SIGNS[broken > 0 ? 'broken' : kept > 0 ? 'kept' : 'undecided']}</span>
        <span class="formula" lang="zh-CN">{FORMULAS[rule.code as CheckCode]}</span>
        <span class="tally">{t('relationsKept', { kept, all: rule.instances.length })}{undecided > 0 ? ` · ${t('relationsOpen', { open: undecided })}` : ''}</span>
        {rest > 0 ? <button type="button" class="quiet screen-only" aria-expanded={open} onClick={() => { setOpen(!open); }}>{open ? t('showLess') : t('showAll')}</button> : null}
      </p>
      <ul>
        {sorted.map((one, index) => <li key={index} class={`${one.outcome} ${open || one.outcome === 'broken' ? '' : 'print-only'}`}><WrittenRelation written={one} model={model} /></li>)}
      </ul>
    </div>
  );
}

/** `111 + 12 = 123 = 120 + 3 ✓`: the parts that are not zero, either side with its sum. */
export function WrittenRelation({ written, model }: { written: Written; model: Model }) {
  const { scope, left, right, leftSum, rightSum, outcome, relation, difference } = written;
  const between = relation === '<=' ? (outcome === 'broken' ? '>' : '≤') : outcome === 'broken' ? '≠' : outcome === 'kept' ? '=' : '…';
  return (
    <>
      <span class="sign" aria-label={outcomeWord(outcome)}>{SIGNS[outcome]}</span>
      <span class="scope" lang="zh-CN">{scope}</span>
      <span class="sum">
        <Side terms={left} sum={leftSum} model={model} sumLast /> <b>{between}</b> <Side terms={right} sum={rightSum} model={model} sumLast={false} />
        {outcome === 'broken' && relation === '=' ? <em>{t('difference', { value: difference > 0 ? `+${difference}` : difference })}</em> : null}
      </span>
    </>
  );
}

function Side({ terms, sum, model, sumLast }: { terms: readonly WrittenTerm[]; sum: number; model: Model; sumLast: boolean }) {
  const filled = terms.filter(({ value }) => value !== 0);
  const shown = filled.length === 0 ? terms.slice(-1) : filled;
  const parts = shown.map((term, index) => (
    <span key={term.path}>{index === 0 ? '' : ' + '}<Term term={term} model={model} /></span>
  ));
  if (shown.length < 2) return <>{parts}</>;
  return sumLast ? <>{parts} = {sum}</> : <>{sum} = {parts}</>;
}

function Term({ term: { path, value }, model }: { term: WrittenTerm; model: Model }) {
  const label = labelOf(model.report, path).slice(-2).join(' › ');
  return <button type="button" class="term" data-target={`cell:${path}`} tabIndex={-1} title={label} aria-label={`${label} ${value ?? t('nothing')}`}>{value ?? '□'}</button>;
}
