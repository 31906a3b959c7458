/** The tables of the form with six sections: disclosure, applications, disputes. */
import { sixSections, type ColumnTemplate, type RowTemplate } from '../forms.ts';
import type { Random } from '../random.ts';
import type { Cell, Column, Part, Row, Table } from './types.ts';
import { amountCell, changeCell, countCell, drawCount, sumCell, type Manner } from './values.ts';

type SixEra = '2019' | '2021';

/** How the labels and tables of one report are printed. */
export interface Look {
  /** Share of labels printed in another wording that the form knows. */
  variants: boolean;
  /** Numbers of labels dropped, brackets in half width, blanks between characters. */
  labels: 'printed' | 'halfWidth' | 'spaced';
  disputes: DisputesLook;
  /** Whether the disclosure blocks share one frame. */
  stacked: boolean;
  subtotal: boolean;
  /** The row （六）其他处理 of 2019 in place of its three rows, or the other way round. */
  otherForm: boolean;
  localRows: boolean;
  leftOut: boolean;
  shuffled: boolean;
}

export const DISPUTES_LOOKS = ['one', 'two', 'three', 'rows', 'lines'] as const;
export type DisputesLook = (typeof DISPUTES_LOOKS)[number];

export function drawLook(random: Random): Look {
  return {
    variants: random.chance(0.15),
    labels: random.chance(0.8) ? 'printed' : random.pick(['halfWidth', 'spaced']),
    disputes: random.chance(0.6) ? 'one' : random.pick(DISPUTES_LOOKS),
    stacked: random.chance(0.7),
    subtotal: random.chance(0.12),
    otherForm: random.chance(0.12),
    localRows: random.chance(0.1),
    leftOut: random.chance(0.08),
    shuffled: random.chance(0.06),
  };
}

function wording(template: RowTemplate | ColumnTemplate, look: Look, random: Random): string {
  let label = template.label;
  if (look.variants && template.variants !== undefined && random.chance(0.5)) label = random.pick(template.variants);
  if (look.labels === 'halfWidth') label = label.replaceAll('（', '(').replaceAll('）', ')');
  if (look.labels === 'spaced' && label.length <= 4) label = Array.from(label).join(' ');
  return label;
}

const column = (template: ColumnTemplate, groups: readonly string[], look: Look, random: Random): Column => ({ code: template.code, label: wording(template, look, random), groups });
const row = (code: string, label: string, cells: Cell[], groups: readonly string[] = []): Row => ({ code, label, groups, before: [], after: [], cells, kind: 'values' });
const part = (title: string | null, corner: string | null, columns: Column[], rows: Row[]): Part => ({ title, corner, before: [], after: [], columns, rows });

export function disclosureTable(era: SixEra, manner: Manner, look: Look, random: Random): Table {
  const unitInCell = random.chance(0.25);
  let parts = sixSections(era).blocks.map((block) => {
    const rows = block.rows.map((template) => row(template.code, wording(template, look, random), block.columns.map((one) => {
      const key = `disclosure.${template.code}.${one.code}`;
      if (one.code === 'amount') return amountCell(key, manner, random, unitInCell);
      return one.code === 'change' ? changeCell(key, manner, random) : countCell(key, drawCount(random, manner), manner, random);
    })));
    if (look.localRows && random.chance(0.4)) {
      const label = random.pick(['其他主动公开文件', '公开目录条目', '便民服务指南', '公开栏目数量']);
      rows.push(row('local', label, block.columns.map(() => countCell(null, drawCount(random, manner), manner, random))));
    }
    const kept = look.leftOut && rows.length > 1 && random.chance(0.5) ? rows.filter((_, index) => index !== 0) : rows;
    const ordered = look.shuffled ? kept.reverse() : kept;
    return part(block.title, '信息内容', block.columns.map((one) => column(one, [], look, random)), ordered);
  });
  if (look.shuffled) parts = [parts[0]!, ...random.shuffle(parts.slice(1))];
  return { name: 'disclosure', parts, stacked: look.stacked };
}

const LEGAL = '法人或其他组织';
const APPLICANTS = '申请人情况';
const OLD_OTHER = 'other.total';

/** Whose numbers the parts of （七）总计 are. */
const isResult = (template: RowTemplate): boolean => template.groups !== undefined && template.code !== 'resultTotal';

export function applicationsTable(era: SixEra, manner: Manner, look: Look, random: Random): Table {
  const form = sixSections(era);
  const oldOther = (era === '2019') !== look.otherForm;
  const printed = form.rows.filter((one) => (one.groups?.includes('（六）其他处理') === true ? !oldOther : one.code !== OLD_OTHER || oldOther))
    .filter((one) => !(look.leftOut && isResult(one) && random.chance(0.1)));
  const columns = form.columns.filter((one) => one.code !== 'organizations' || look.subtotal);
  const kinds = columns.filter((one) => one.code !== 'organizations' && one.code !== 'total');
  const counts = new Map(printed.map((one) => [one.code, kinds.map((_, index) => (isResult(one) ? applicants(index, manner, random) : 0))]));
  const results = kinds.map((_, index) => printed.filter(isResult).reduce((sum, one) => sum + counts.get(one.code)![index]!, 0));
  const carriedOver = results.map((sum) => Math.min(sum, random.chance(0.5) ? 0 : random.between(0, 9)));
  const carriedForward = results.map((sum) => (sum === 0 && manner.density !== 'dense' ? 0 : random.chance(0.5) ? 0 : random.between(0, 9)));
  counts.set('resultTotal', results).set('carriedOver', carriedOver).set('carriedForward', carriedForward);
  counts.set('received', results.map((sum, index) => sum + carriedForward[index]! - carriedOver[index]!));
  const rows = printed.map((one) => {
    const numbers = counts.get(one.code)!;
    const isSum = one.code === 'resultTotal';
    const cells = columns.map((into) => {
      const key = `applications.${one.code}.${into.code}`;
      const at = kinds.indexOf(into);
      if (at >= 0) return (isSum ? sumCell : countCell)(key, numbers[at]!, manner, random);
      return sumCell(key, (into.code === 'total' ? numbers : numbers.slice(1)).reduce((a, b) => a + b, 0), manner, random);
    });
    const groups = (one.groups ?? []).map((group) => (look.labels === 'halfWidth' ? group.replaceAll('（', '(').replaceAll('）', ')') : group));
    return row(one.code, wording(one, look, random), cells, groups);
  });
  if (look.localRows && random.chance(0.5)) {
    rows.splice(2, 0, row('local', '其中：通过邮寄提交的申请', columns.map(() => countCell(null, drawCount(random, manner), manner, random))));
  }
  const heads = columns.map((one) => column(one, one.code === 'naturalPerson' || one.code === 'total' ? [APPLICANTS] : [APPLICANTS, LEGAL], look, random));
  return { name: 'applications', parts: [part(null, '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）', heads, rows)], stacked: false };
}

/** Natural persons apply for most; the others seldom. */
function applicants(index: number, manner: Manner, random: Random): number {
  const count = drawCount(random, manner);
  return index === 0 || random.chance(0.7) ? count : Math.min(count, random.between(0, 5));
}

const HALVES = ['reconsideration', 'litigation.direct', 'litigation.afterReconsideration'] as const;
const RECONSIDERATION = '行政复议';
const LITIGATION = '行政诉讼';

/** 复议 and 诉讼 in one of the arrangements that reports, converters and models print them in. */
export function disputesTable(era: SixEra, manner: Manner, look: Look, random: Random): Table {
  const form = sixSections(era);
  const groups = HALVES.map((half, index) => {
    const numbers = form.outcomes.slice(0, -1).map(() => (random.chance(0.5) ? 0 : drawCount(random, { ...manner, big: false })));
    const name = index === 0 ? RECONSIDERATION : form.halves[index - 1]!.label;
    const cells = form.outcomes.map((outcome, at) => {
      const key = `${half}.${outcome.code}`;
      return at < numbers.length ? countCell(key, numbers[at]!, manner, random) : sumCell(key, numbers.reduce((a, b) => a + b, 0), manner, random);
    });
    return { half, name, heads: index === 0 ? [name] : [LITIGATION, name], cells };
  });
  const outcomes = (heads: readonly string[]): Column[] => form.outcomes.map((outcome) => column(outcome, heads, look, random));
  const side = (list: typeof groups, title: string | null, drop: number): Part =>
    part(title, null, list.flatMap((group) => outcomes(group.heads.slice(drop))), [row('disputes', '', list.flatMap((group) => group.cells))]);
  const parts = {
    one: () => [side(groups, null, 0)],
    two: () => [side(groups.slice(0, 1), RECONSIDERATION, 1), side(groups.slice(1), LITIGATION, 1)],
    three: () => groups.map((group) => side([group], group.name, 2)),
    rows: () => [part(null, random.pick(['类别', '', '项目']), outcomes([]), groups.map((group) => row(group.half, group.name, group.cells)))],
    lines: () => [part(null, '', [{ code: 'count', label: '件数', groups: [] }], groups.flatMap((group) => [
      ...(group.half === 'litigation.direct' ? [heading(LITIGATION)] : []), heading(group.name),
      ...form.outcomes.map((outcome, at) => row(`${group.half}.${outcome.code}`, wording(outcome, look, random), [group.cells[at]!])),
    ]))],
  }[look.disputes]();
  if (look.disputes === 'lines') parts[0]!.headless = true;
  return { name: 'disputes', parts, stacked: false };
}

function heading(label: string): Row {
  return { code: '', label, groups: [], before: [], after: [], cells: [], kind: 'heading' };
}
