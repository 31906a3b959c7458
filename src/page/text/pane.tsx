/** The text that was read, with everything that came of it marked. */
import { useState } from 'preact/hooks';
import { labelOf } from '../form/relations.ts';
import type { Model } from '../model.ts';
import { useRoving } from '../roving.ts';
import { select } from '../state.ts';
import { severityWord, statusWord, t } from '../words.ts';
import { worstOf, type MarkedLine, type Segment, type Target } from './marks.ts';

/** Runs of lines without a mark this long are folded: pages carry thousands around the report. */
const FOLD = 40;
/** Lines left standing at either end of a fold. */
const STANDING = 3;

interface Run {
  folded: boolean;
  lines: readonly MarkedLine[];
}

/** Lines in runs, those far from any mark to be folded; none where the text has no marks at all. */
export function runsOf(lines: readonly MarkedLine[]): Run[] {
  const isMarked = ({ segments, findings }: MarkedLine): boolean => findings.length > 0 || segments.some(({ target }) => target !== null);
  if (!lines.some(isMarked)) return [{ folded: false, lines }];
  const runs: { folded: boolean; lines: MarkedLine[] }[] = [];
  const push = (folded: boolean, more: readonly MarkedLine[]): void => {
    const last = runs.at(-1);
    if (last !== undefined && !folded && !last.folded) last.lines.push(...more);
    else if (more.length > 0) runs.push({ folded, lines: [...more] });
  };
  let start = 0;
  const close = (end: number): void => {
    const bare = lines.slice(start, end);
    if (bare.length < FOLD) {
      push(false, bare);
      return;
    }
    push(false, bare.slice(0, STANDING));
    push(true, bare.slice(STANDING, -STANDING));
    push(false, bare.slice(-STANDING));
  };
  lines.forEach((line, index) => {
    if (!isMarked(line)) return;
    close(index);
    push(false, [line]);
    start = index + 1;
  });
  close(lines.length);
  return runs;
}

export function TextPane({ model }: { model: Model }) {
  const container = useRoving('text');
  const { format } = model.report.source;
  const isOwn = format === 'text' || format === 'markdown' || format === 'html';
  return (
    <section class="pane text-pane" data-side="text" aria-label={t('sourceText')}>
      <h2>{isOwn ? t('sourceText') : t('madeText', { format: format.toUpperCase() })}</h2>
      <div class="source" lang="zh-CN" ref={container}>
        {runsOf(model.lines).map((run) => <TextRun key={run.lines[0]?.number} run={run} model={model} />)}
      </div>
    </section>
  );
}

function TextRun({ run, model }: { run: Run; model: Model }) {
  const [open, setOpen] = useState(!run.folded);
  if (!open) return <button type="button" class="fold" onClick={() => { setOpen(true); }}>{t('unmarkedLines', { count: run.lines.length })}</button>;
  return <>{run.lines.map((line) => <TextLine key={line.number} line={line} model={model} />)}</>;
}

function TextLine({ line, model }: { line: MarkedLine; model: Model }) {
  const worst = worstOf(line.findings.map((index) => model.findings[index]!.severity));
  const [first] = line.findings;
  return (
    <div class={`line ${worst ?? ''}`} data-line={line.number}>
      <span class="gutter">
        {worst !== null && first !== undefined
          ? <button type="button" class={`flag ${worst}`} tabIndex={-1} aria-label={`${severityWord(worst)}: ${t('findingsOnLine', { line: line.number, count: line.findings.length })}`}
              onClick={() => { select(`finding:${first}`, 'text'); }}>{line.number}</button>
          : <span aria-hidden="true">{line.number}</span>}
      </span>
      <span class="content">{line.segments.map((segment, index) => <TextSegment key={index} segment={segment} model={model} />)}</span>
    </div>
  );
}

function TextSegment({ segment: { text, target }, model }: { segment: Segment; model: Model }) {
  if (target === null) return <>{text}</>;
  return <span class={`points mark ${classOf(model, target)}`} data-target={target} role="button" tabIndex={-1} aria-label={`${text} — ${nameOf(model, target)}`} title={nameOf(model, target)}>{text}</span>;
}

function classOf(model: Model, target: Target): string {
  const [kind, name] = split(target);
  if (kind !== 'cell') return kind;
  return `cell ${model.cells.get(name)?.status ?? ''} ${model.severityOf.get(name) ?? ''} ${model.pointed.has(name) ? 'pointed' : ''}`;
}

function split(target: Target): [string, string] {
  const at = target.indexOf(':');
  return [target.slice(0, at), target.slice(at + 1)];
}

/** What a mark is, for people: the labels of its cell, the metric of its fact. */
export function nameOf(model: Model, target: Target): string {
  const [kind, name] = split(target);
  if (kind === 'cell') return `${labelOf(model.report, name).join(' › ')} (${statusWord(model.cells.get(name)?.status ?? 'missing')})`;
  if (kind === 'fact') {
    const fact = model.report.facts[Number(name)];
    return fact === undefined ? '' : fact.metric ?? fact.subject;
  }
  if (kind === 'section') return `${t('heading')} ${model.sections[Number(name)]?.level ?? ''}`;
  return kind === 'indicator' ? t('localTable') : t('findings');
}
