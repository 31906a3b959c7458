/** What the atoms of a line may be: values, units, remarks in cells, parts of labels. */
import type { Atom, SpacedLine } from '../../grid/regions.ts';
import type { LabelIndex } from '../labels.ts';

/** Parts of a label that blanks may part on one line. */
export const MOST_PARTS = 8;
/** A remark in a cell has no more characters. */
const LONGEST_REMARK = 14;
const UNITS: ReadonlySet<string> = new Set(['件', '条', '笔', '次', '个', '项', '篇', '人', '人次', '宗', '份', '起', '家', '户', '期', '场', '元', '万元']);
/** A number with something behind it: 33%, 3月3日, 33（其中5）; not 2.重复申请. */
const NUMBER_LIKE = /^[-+约近]?\d+(?:[.,]\d+)*(?:$|[^\d.、,])/;

export function isUnit(atom: Atom): boolean {
  return UNITS.has(atom.text);
}

export function isPlainValue(atom: Atom): boolean {
  return atom.content.status !== 'unreadable' && atom.content.status !== 'blank';
}

/** Whether an atom holds what may fill a cell of values. */
export function isValueLike(atom: Atom): boolean {
  return isPlainValue(atom) || NUMBER_LIKE.test(atom.text) || /^(?:nan|null|none|n\/a|na|#[a-z0-9/]*[!?]?)$/i.test(atom.text);
}

/** Where the values at the end of a line, or before one of its atoms, begin. */
export function valuesFrom({ atoms }: SpacedLine, labels: LabelIndex, end = atoms.length): number {
  let i = end;
  while (i > 0) {
    const atom = atoms[i - 1]!;
    const before = atoms[i - 2];
    if (isValueLike(atom) && !(i === 1 && !isPlainValue(atom))) i--;
    else if (before !== undefined && isUnit(atom) && atom.gap < 2 && isValueLike(before)) i -= 2;
    else if (before !== undefined && i > 1 && isRemark(atom, labels) && isValueLike(before) && !isSerialAt(atoms, i - 2)) i--;
    else break;
  }
  // The unit of a table of pairs stands in a column of its own.
  while (i > 0 && i < end && isUnit(atoms[i - 1]!) && (i === 1 || atoms[i - 1]!.gap >= 2)) i--;
  return i;
}

/** The first atom of a line is a serial as likely as a value. */
function isSerialAt(atoms: readonly Atom[], index: number): boolean {
  return index === 0 && atoms.length > 2;
}

/** A word that fills a cell of values: apart from its neighbours, and no label. */
export function isRemark(atom: Atom, labels: LabelIndex): boolean {
  return atom.gap >= 2 && atom.text.length <= LONGEST_REMARK && labels.lookUp(atom.text).targets.length === 0;
}

/** Where a label that ends before `to` may begin: first where wide blanks part it from what stands before it, the nearest first. */
export function beginnings(atoms: readonly Atom[], to: number): number[] {
  const least = Math.max(0, to - MOST_PARTS);
  const all: number[] = [];
  for (let from = to - 1; from >= least; from--) {
    // A serial or an index before the label is none of it.
    if (!(to - from > 1 && isPlainValue(atoms[from]!) && atoms[from + 1]!.gap >= 2)) all.push(from);
  }
  const wide = all.filter((from) => from === 0 || atoms[from]!.gap >= 2);
  return [...wide, ...all.filter((from) => !wide.includes(from)).reverse()];
}

/** 0 1 2 3 …: the columns of a data frame without names. */
export function countsColumns(atoms: readonly Atom[]): boolean {
  return atoms.length > 1 && atoms.every((atom, i) => atom.text === String(i));
}
