/**
 * Headings that white space alone lays out: words put together, side by side and one below the other, to the labels of a block's
 * columns. What the form knows says which words belong together; what no column claims is a heading of its own.
 */
import type { Atom } from '../../grid/regions.ts';
import type { Block } from '../../forms/form.ts';
import { likeness, wordingsOf, type LabelIndex } from '../labels.ts';
import { hanOf } from '../../text/reading.ts';

export interface Heading {
  atoms: Atom[];
  /** Index of the column that it names, -1 where it is none of the block's. */
  index: number;
  /** Stretch of columns, by measure. */
  from: number[];
  to: number[];
}

/** No heading of an own column is longer; titles are. */
const LONGEST = 12;
/** Words that overlap by this much less than nothing still stand above each other: pdftotext shifts lines. */
const ASIDE = 1;
/** Units and remarks behind a heading. */
const REMARK = /^[（(/]|单位|万元|元\)?$|\)$/;

interface Open extends Heading {
  /** Chinese characters so far. */
  key: string;
  line: number;
}

/** @param atoms of the header's lines, by line @param measure index of the measure in which places are compared */
export function readHeadings(atoms: ReadonlyMap<number, readonly Atom[]>, block: Block, measure: number): Heading[] {
  const wordings = wordingsOf(block.columns);
  const whole = (key: string): number => wordings.findIndex((keys) => keys.includes(key));
  const begins = (key: string): boolean => key !== '' && wordings.some((keys) => keys.some((each) => each.startsWith(key)));
  const open: Open[] = [];
  const extend = (heading: Open, atom: Atom, key: string, line: number): void => {
    heading.atoms.push(atom);
    heading.key = key;
    heading.line = line;
    heading.from = heading.from.map((from, m) => Math.min(from, atom.from[m]!));
    heading.to = heading.to.map((to, m) => Math.max(to, atom.to[m]!));
  };
  for (const [line, own] of atoms) {
    own.forEach((atom, at) => {
      const han = hanOf(atom.text);
      const beside = at > 0 ? open.findLast((heading) => heading.atoms.at(-1) === own[at - 1]) : undefined;
      // 自 然 人
      if (beside !== undefined && atom.gap <= 2 && whole(beside.key) < 0 && begins(beside.key + han)) {
        extend(beside, atom, beside.key + han, line);
        return;
      }
      const above = open.filter((heading) => heading.line < line && overlap(heading, atom, measure) > -ASIDE)
        .sort((a, b) => overlap(b, atom, measure) - overlap(a, atom, measure));
      const fits = above.find((heading) => han !== '' && whole(heading.key) < 0 && begins(heading.key + han) && begins(heading.key));
      const longer = above.find((heading) => han !== '' && whole(heading.key) >= 0 && whole(heading.key + han) >= 0);
      const remark = above.find((heading) => whole(heading.key) >= 0 && REMARK.test(atom.text));
      const into = fits ?? longer;
      // A script that fills merged cells prints a heading on each line of its header.
      const again = above.find((heading) => heading.key === han && whole(han) >= 0);
      if (again !== undefined && fits === undefined) extend(again, atom, again.key, line);
      else if (into !== undefined) extend(into, atom, into.key + han, line);
      else if (remark !== undefined && whole(han) < 0) extend(remark, atom, remark.key, line);
      else open.push({ atoms: [atom], index: -1, key: han, line, from: [...atom.from], to: [...atom.to] });
    });
  }
  for (const heading of open) heading.index = whole(heading.key) >= 0 ? whole(heading.key) : whole(hanOf(heading.atoms[0]!.text.replace(/[（(].*$/, '')));
  const headings = joinUnknown(open, measure);
  nameLikely(headings, block);
  return headings.sort((a, b) => a.from[measure]! + a.to[measure]! - b.from[measure]! - b.to[measure]!);
}

/** A misprinted heading must be this like a column's label, which no other heading names. */
const LIKE = 0.6;
const LEAST = 3;

function nameLikely(headings: readonly Heading[], block: Block): void {
  const wordings = wordingsOf(block.columns);
  const named = new Set(headings.map(({ index }) => index));
  for (const heading of headings) {
    const key = hanOf(heading.atoms.map(({ text }) => text).join(''));
    if (heading.index >= 0 || key.length < LEAST) continue;
    let most = LIKE;
    block.columns.forEach((column, index) => {
      if (named.has(index) || column.optional === true) return;
      for (const wording of wordings[index]!) {
        const like = likeness(key, wording);
        if (like < most) continue;
        most = like;
        heading.index = index;
      }
    });
    named.add(heading.index);
  }
}

/** How many columns a heading and an atom share; negative where they stand apart. */
function overlap(heading: Heading, atom: Atom, measure: number): number {
  return Math.min(heading.to[measure]!, atom.to[measure]!) - Math.max(heading.from[measure]!, atom.from[measure]!);
}

/** Words of unknown headings that stand below each other are one heading. */
function joinUnknown(open: readonly Open[], measure: number): Open[] {
  const kept: Open[] = [];
  for (const heading of open) {
    const above = heading.index >= 0 ? undefined : kept.find((other) => other.index < 0 && other.key.length + heading.key.length <= LONGEST && other.line + 1 >= heading.line && other.line < heading.line &&
      heading.atoms.every((atom) => overlap(other, atom, measure) > 0));
    if (above === undefined) {
      kept.push(heading);
      continue;
    }
    above.atoms.push(...heading.atoms);
    above.key += heading.key;
    above.line = heading.line;
    above.from = above.from.map((from, m) => Math.min(from, heading.from[m]!));
    above.to = above.to.map((to, m) => Math.max(to, heading.to[m]!));
  }
  return kept;
}

/** Headings that head columns of values: those of the block, and others that stand among them or behind. */
export function leavesOf(headings: readonly Heading[], labels: LabelIndex, measure: number): Heading[] {
  const named = headings.filter((heading) => heading.index >= 0);
  if (named.length === 0) return [];
  const left = Math.min(...named.map((heading) => heading.from[measure]!));
  return headings.filter((heading) => {
    if (heading.index >= 0) return true;
    const text = heading.atoms.map((atom) => atom.text).join('');
    if (text.length > 12 || labels.lookUp(text).targets.length > 0 || heading.from[measure]! < left) return false;
    const covered = named.filter((other) => Math.min(other.to[measure]!, heading.to[measure]!) > Math.max(other.from[measure]!, heading.from[measure]!));
    return covered.length === 0;
  });
}
