/** The narrative: its sections as they were read, each with the figures found in it and what the tables say of them. */
import type { RuleOutcome } from '../../check/check.ts';
import { finding, sentence } from '../../findings/catalogue.ts';
import type { Fact, Section } from '../../schema/report.ts';
import type { Model } from '../model.ts';
import { useRoving } from '../roving.ts';
import { language } from '../state.ts';
import { outcomeWord, qualifierWord, t } from '../words.ts';

/** Facts by the section they stand in: the last heading at or above their line. `-1`: above all headings. */
export function factsBySection(sections: readonly Section[], facts: readonly Fact[]): Map<number, number[]> {
  const order = [...sections.entries()].sort(([, a], [, b]) => a.line - b.line);
  const found = new Map<number, number[]>();
  facts.forEach((fact, index) => {
    let [low, high] = [0, order.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (order[middle]![1].line <= fact.line) low = middle + 1;
      else high = middle;
    }
    const section = low === 0 ? -1 : order[low - 1]![0];
    found.set(section, [...found.get(section) ?? [], index]);
  });
  return found;
}

export function Sections({ model }: { model: Model }) {
  const container = useRoving('form');
  const facts = factsBySection(model.sections, model.report.facts);
  if (model.sections.length === 0 && model.report.facts.length === 0) return null;
  const loose = facts.get(-1);
  return (
    <section class="sections" aria-labelledby="sections-title">
      <h2 id="sections-title">{t('sectionsFacts')} <span class="count">{model.report.facts.length}</span></h2>
      <div ref={container} lang="zh-CN">
        {loose === undefined ? null : <div class="section"><p class="nothing">{t('outsideSections')}</p><Facts indexes={loose} model={model} /></div>}
        {model.sections.map((section, index) => (
          <div key={index} class={`section level-${Math.min(section.level, 4)}`}>
            <h3 class="points" data-target={`section:${index}`} tabIndex={-1}>{heading(section)}</h3>
            {section.text === '' ? null : section.text.split('\n').map((paragraph, at) => <p key={at}>{paragraph}</p>)}
            <Facts indexes={facts.get(index) ?? []} model={model} />
          </div>
        ))}
      </div>
    </section>
  );
}

/** As the levels of such a report are numbered: 一、（一）1.（1） */
function heading({ number, title, level }: Section): string {
  if (number === null) return title;
  return level === 2 ? `（${number}）${title}` : level === 1 ? `${number}、${title}` : `${number}. ${title}`;
}

function Facts({ indexes, model }: { indexes: readonly number[]; model: Model }) {
  if (indexes.length === 0) return null;
  return (
    <ul class="facts">
      {indexes.map((index) => {
        const fact = model.report.facts[index]!;
        return (
          <li key={index} class="points" data-target={`fact:${index}`} tabIndex={-1} role="button">
            <b>{factValue(fact)}</b> <span class="subject">{fact.subject}</span>
            {fact.metric === null ? null : <span class="code">{fact.metric}</span>}
            {fact.year === undefined ? null : <span class="code">{fact.year}</span>}
            {(model.proseOutcomes.get(index) ?? []).map((outcome, at) => <ProseOutcome key={at} outcome={outcome} />)}
          </li>
        );
      })}
    </ul>
  );
}

/** `约 300 件`, `3–5 次`, `0`. */
export function factValue({ value, upper, unit, qualifier }: Fact): string {
  const number = `${value}${upper === undefined ? '' : `–${upper}`}`;
  return [...(qualifier === 'exact' ? [] : [qualifierWord(qualifier)]), number, ...(unit === null ? [] : [unit])].join(' ');
}

/** What the prose says against what the table says. */
export function ProseOutcome({ outcome }: { outcome: RuleOutcome }) {
  const { left, right } = outcome;
  if (left === null || right === null || outcome.outcome === 'notApplicable') return null;
  const sign = outcome.outcome === 'kept' ? '✓' : outcome.outcome === 'broken' ? '✗' : '?';
  const told = outcome.outcome === 'broken' ? sentence(finding(outcome.code, outcome.args), language.value) : `${outcome.code} ${outcomeWord(outcome.outcome)}`;
  return <span class={`prose-outcome ${outcome.outcome}`} title={told}>{left} {left === right ? '=' : '≠'} {right} {sign}</span>;
}
