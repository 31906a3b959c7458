/** All there is to say of what is selected: where it stands, what is printed there, which relations it takes part in. */
import { sentence } from '../../findings/catalogue.ts';
import type { Cell, Fact } from '../../schema/report.ts';
import { labelOf } from '../form/relations.ts';
import { WrittenRelation } from '../form/relations-view.tsx';
import type { Model } from '../model.ts';
import { useRoving } from '../roving.ts';
import { language, selection, side, whyOf } from '../state.ts';
import { basisWord, originWord, severityWord, statusWord, t } from '../words.ts';
import { SIGN_OF_SEVERITY } from './findings.tsx';
import { factValue, ProseOutcome } from './sections.tsx';
import { Verdict } from './verdict.tsx';

export function Inspector({ model }: { model: Model }) {
  const now = selection.value;
  return (
    <aside class={`inspector ${now === null ? 'idle' : ''}`} aria-label={t('details')} aria-live="polite">
      {now === null ? <p class="nothing">{t('nothingSelected')}</p> : <Selected key={now.target} model={model} target={now.target} />}
      {now === null ? null : (
        <div class="inspector-tools">
          <button type="button" class="quiet narrow-only" onClick={() => { side.value = side.value === 'form' ? 'text' : 'form'; selection.value = { ...now, from: side.value === 'form' ? 'text' : 'form' }; }}>{t(side.value === 'form' ? 'toText' : 'toForm')}</button>
          <button type="button" class="quiet" aria-keyshortcuts="Escape" onClick={() => { selection.value = null; }}>{t('close')}</button>
        </div>
      )}
    </aside>
  );
}

function Selected({ model, target }: { model: Model; target: string }) {
  const at = target.indexOf(':');
  const [kind, name] = [target.slice(0, at), target.slice(at + 1)];
  const index = Number(name);
  const cell = kind === 'cell' ? model.cells.get(name) : undefined;
  const fact = kind === 'fact' ? model.report.facts[index] : undefined;
  if (cell !== undefined) return <CellDetails cell={cell} model={model} />;
  if (fact !== undefined) return <FactDetails fact={fact} index={index} model={model} />;
  if (kind === 'section') {
    const section = model.sections[index];
    return <h3 lang="zh-CN">{section?.title} <span class="code">{section?.id ?? ''} · {t('line', { line: section?.line ?? '' })}</span></h3>;
  }
  if (kind === 'indicator') {
    const indicator = model.report.tables.indicators?.[index];
    return <h3 lang="zh-CN">{[...(indicator?.group == null ? [] : [indicator.group]), indicator?.label].join(' › ')} <span class="code">{indicator?.code ?? ''} · {t('line', { line: indicator?.line ?? '' })}</span></h3>;
  }
  return <FindingDetails index={index} model={model} />;
}

function FindingDetails({ index, model }: { index: number; model: Model }) {
  const finding = model.findings[index];
  if (finding === undefined) return null;
  const written = model.rules.flatMap((rule) => rule.instances).find((one) => one.code === finding.code && one.outcome === 'broken'
    && [...one.left, ...one.right].map(({ path }) => path).join() === finding.cells.join());
  return (
    <div>
      <h3><span class={`badge ${finding.severity}`} aria-hidden="true">{SIGN_OF_SEVERITY[finding.severity]}</span> {sentence(finding, language.value)}</h3>
      <p class="code">{finding.code} · {severityWord(finding.severity)} · {originWord(finding.origin)}{finding.line === null ? '' : ` · ${t('line', { line: finding.line })}`}</p>
      {written === undefined ? null : <Relation><p class="broken"><WrittenRelation written={written} model={model} /></p></Relation>}
      <p class="why">{whyOf(finding.code)}</p>
    </div>
  );
}

function Relation({ children }: { children: preact.ComponentChildren }) {
  const container = useRoving(null);
  return <div class="relations" ref={container}>{children}</div>;
}

function CellDetails({ cell, model }: { cell: Cell; model: Model }) {
  const path = cell.cell;
  const written = model.rules.flatMap((rule) => rule.instances).filter((one) => [...one.left, ...one.right].some((term) => term.path === path));
  const own = model.findings.flatMap((finding, index) => (finding.cells.includes(path) && !written.some((one) => one.code === finding.code && one.outcome === 'broken') ? [index] : []));
  const before = model.before?.values[path];
  return (
    <div>
      <h3><span lang="zh-CN">{labelOf(model.report, path).join(' › ')}</span> <span class="code">{path}</span></h3>
      <dl class="facts-of-cell">
        <div><dt>{t('value')}</dt><dd><b>{cell.value ?? t('nothing')}</b></dd></div>
        {cell.raw !== null && cell.raw !== String(cell.value) ? <div><dt>{t('printed')}</dt><dd lang="zh-CN"><q>{cell.raw}</q></dd></div> : null}
        <div><dt>{t('status')}</dt><dd class={`status ${cell.status}`}>{statusWord(cell.status)}</dd></div>
        {cell.basis === null ? null : <div><dt>{t('basis')}</dt><dd>{basisWord(cell.basis)}</dd></div>}
        {cell.line === null ? null : <div><dt>{t('place')}</dt><dd>{cell.line}:{cell.column}</dd></div>}
        {before === undefined ? null : <div><dt>{model.before!.year}</dt><dd>{before ?? t('nothing')}</dd></div>}
        <div><dt>{t('review')}</dt><dd><Verdict address={path} numeric /></dd></div>
      </dl>
      <Relation>
        <ul>{[...written].sort((a, b) => Number(b.outcome === 'broken') - Number(a.outcome === 'broken')).map((one, index) => <li key={index} class={one.outcome}><WrittenRelation written={one} model={model} /></li>)}</ul>
      </Relation>
      {own.map((index) => {
        const finding = model.findings[index]!;
        return <p key={index} class={finding.severity}><span class={`badge ${finding.severity}`} aria-label={severityWord(finding.severity)}>{SIGN_OF_SEVERITY[finding.severity]}</span> {sentence(finding, language.value)}</p>;
      })}
    </div>
  );
}

function FactDetails({ fact, index, model }: { fact: Fact; index: number; model: Model }) {
  return (
    <div>
      <h3><b>{factValue(fact)}</b> <span lang="zh-CN">{fact.subject}</span> <span class="code">{fact.metric ?? ''}</span></h3>
      <p lang="zh-CN"><q>{fact.text}</q></p>
      <p class="code">{t('place')} {fact.line}:{fact.column}{fact.year === undefined ? '' : ` · ${fact.year}`}</p>
      {(model.proseOutcomes.get(index) ?? []).map((outcome, at) => <p key={at}><ProseOutcome outcome={outcome} /></p>)}
    </div>
  );
}
