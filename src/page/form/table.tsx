/** A table of the form as it is printed, the report's values in their places. */
import { cellMapOf } from '../../forms/cells.ts';
import { printedUnit } from '../../schema/unit.ts';
import type { Cell } from '../../schema/report.ts';
import type { Model } from '../model.ts';
import { useRoving } from '../roving.ts';
import { compareYears, marks, setMarks } from '../state.ts';
import { severityWord, statusWord, t } from '../words.ts';
import type { PrintedCell, PrintedTable } from './layout.ts';
import { Relations } from './relations-view.tsx';

export function FormTable({ table, model }: { table: PrintedTable; model: Model }) {
  const container = useRoving<HTMLTableElement>('form', true);
  const total = table.widths.reduce((sum, width) => sum + width, 0);
  const rules = model.rules.filter((rule) => rule.table === table.name);
  const readable = table.rows.flat().flatMap(({ path }) => (path !== null && model.cells.has(path) ? [path] : []));
  return (
    <section class={`form-table ${table.name}`} aria-labelledby={`table-${table.name}`}>
      <div class="table-head">
        <h3 id={`table-${table.name}`} lang="zh-CN">{table.title}</h3>
        <button type="button" class="quiet screen-only" onClick={() => { setMarks(Object.fromEntries(readable.map((path) => [path, { verdict: 'right' } as const]))); }}>{t('markTable')}</button>
      </div>
      <div class="scroller">
        <table role="grid" aria-labelledby={`table-${table.name}`} ref={container} lang="zh-CN">
          <colgroup>{table.widths.map((width, index) => <col key={index} style={{ width: `${(100 * width) / total}%` }} />)}</colgroup>
          <tbody>{table.rows.map((row, index) => <tr key={index}>{row.map((cell, at) => <TableCell key={at} cell={cell} model={model} />)}</tr>)}</tbody>
        </table>
      </div>
      <Relations rules={rules} model={model} />
    </section>
  );
}

function TableCell({ cell, model }: { cell: PrintedCell; model: Model }) {
  const spans = { colSpan: cell.columns, rowSpan: cell.rows };
  if (cell.path !== null) {
    const found = model.cells.get(cell.path);
    if (found !== undefined) return <ValueCell cell={found} model={model} spans={spans} />;
  }
  if (cell.kind === 'rowHead') return <th {...spans} scope={cell.rows > 1 ? 'rowgroup' : 'row'} class={`row-head indent-${cell.indent ?? 0}`}>{cell.text}</th>;
  if (cell.kind === 'columnHead') return <th {...spans} scope={cell.columns > 1 ? 'colgroup' : 'col'}>{cell.text}</th>;
  if (cell.kind === 'title') return <th {...spans} scope="colgroup" class="block-title">{cell.text}</th>;
  return <td {...spans} class={cell.kind}>{cell.text}</td>;
}

/** What stands in the cell for a reader: the number, else what is printed in its place. */
export function shownValue(cell: Cell): string {
  if (cell.status === 'zeroWord') return cell.raw ?? '0';
  if (cell.value !== null) return String(cell.value);
  return cell.status === 'unreadable' || cell.status === 'notApplicable' ? cell.raw ?? '' : '';
}

function ValueCell({ cell, model, spans }: { cell: Cell; model: Model; spans: { colSpan: number; rowSpan: number } }) {
  const path = cell.cell;
  const severity = model.severityOf.get(path);
  const mark = marks.value[path];
  const before = compareYears.value ? model.before?.values[path] : undefined;
  const unitPath = cellMapOf(model.form).get(path)?.unitPath ?? null;
  const unit = unitPath === null ? null : printedUnit(model.report, unitPath);
  const told = [...(cell.status === 'reported' ? [] : [statusWord(cell.status)]), ...(severity === undefined ? [] : [severityWord(severity)])];
  return (
    <td {...spans} class={`points value ${cell.status} ${severity ?? ''} ${model.pointed.has(path) ? 'pointed' : ''}`} data-target={`cell:${path}`} tabIndex={-1} title={told.join('，')}>
      <span class="number">{shownValue(cell)}{unit !== null && cell.value !== null ? <small>{unit}</small> : null}</span>
      {told.length > 0 ? <span class="hidden"> {told.join(', ')}</span> : null}
      {before != null && (before !== 0 || cell.value !== 0) ? <span class="before" title={t('beforeValue', { year: model.before!.year, value: before })}>{before}</span> : null}
      {mark === undefined ? null : <span class={`verdict ${mark.verdict}`} aria-label={t(mark.verdict)}>{mark.verdict === 'right' ? '✓' : '✗'}</span>}
    </td>
  );
}

/** The rows of a local table, as printed: no form says what they are. */
export function IndicatorTable({ model }: { model: Model }) {
  const container = useRoving<HTMLTableElement>('form', true);
  const indicators = model.report.tables.indicators ?? [];
  const columns = [...new Set(indicators.flatMap(({ values }) => Object.keys(values)))];
  return (
    <section class="form-table indicators" aria-labelledby="table-indicators">
      <div class="table-head"><h3 id="table-indicators">{t('localTable')}</h3></div>
      <div class="scroller">
        <table role="grid" aria-labelledby="table-indicators" ref={container} lang="zh-CN">
          <thead><tr><th scope="col">{t('indicator')}</th><th scope="col">{t('unit')}</th>{columns.map((column) => <th key={column} scope="col">{column}</th>)}<th scope="col">{t('meaning')}</th></tr></thead>
          <tbody>
            {indicators.map((indicator, index) => (
              <tr key={index}>
                <th scope="row" class={`row-head points indent-${indicator.group === null ? 0 : 1}`} data-target={`indicator:${index}`} tabIndex={-1}>{indicator.label}</th>
                <td class="unit">{indicator.unit}</td>
                {columns.map((column) => <td key={column} class="value"><span class="number">{indicator.values[column] ?? ''}</span></td>)}
                <td class="code">{indicator.code}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
