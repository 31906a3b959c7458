/**
 * Which lines of a region are rows, and what their labels are: a label stands before its values on one line, or is wrapped over the
 * lines around them; labels of groups stand beside it.
 */
import type { Atom, Region, SpacedLine } from '../../grid/regions.ts';
import type { Form } from '../../forms/form.ts';
import { labelsOf, type LabelIndex, type Target } from '../labels.ts';
import { beginnings, countsColumns, isPlainValue, isRemark, isUnit, isValueLike, MOST_PARTS, valuesFrom } from './atoms.ts';

/** Atoms `from` to `to` of a line. */
export interface LineSpan {
  line: number;
  from: number;
  to: number;
}

/** A line with values, or a label without any. */
export interface RowLine {
  /** The line of its values, else of its label. */
  line: number;
  /** The parts of its label, by line. */
  label: LineSpan[];
  /** The rows of the form that the label may name; empty where none is known. */
  targets: readonly Target[];
  /** Atoms from here on are values, up to `end`. */
  values: number;
  end: number;
  /** Numbers of its cells stand on another line, too. */
  torn?: boolean;
}

/** How far the left or the middle of the parts of one label may be out of line. */
const SAME_LEFT = 3;
const SAME_MIDDLE = 2;
/** Lines above and below its values over which a label may be wrapped. */
const MOST_WRAPPED = 5;
const MOST_PASSED = 2;
export function textOfSpan(region: Region, { line, from, to }: LineSpan): string {
  let text = '';
  for (let i = from; i < to; i++) text += region.lines[line]!.atoms[i]!.text;
  return text;
}

/** @param region lines of one stretch @returns rows by rising line */
export function rowLines(region: Region, form: Form): RowLine[] {
  return new RowFinder(region, form).find();
}

class RowFinder {
  private readonly rows = new Map<number, RowLine[]>();
  /** Atoms that are parts of labels, by line. */
  private readonly used = new Map<number, Set<number>>();
  private readonly starts: number[];
  private readonly header: boolean[];

  private readonly region: Region;
  private readonly form: Form;
  private readonly labels: LabelIndex;

  constructor(region: Region, form: Form) {
    this.region = region;
    this.form = form;
    const labels = labelsOf(form);
    this.labels = labels;
    this.starts = region.lines.map((line) => valuesFrom(line, labels));
    this.header = region.lines.map((line, i) => this.isHeader(line, this.starts[i]!));
  }

  find(): RowLine[] {
    const { lines } = this.region;
    const open: number[] = [];
    lines.forEach((line, i) => {
      if (this.header[i]!) return;
      let found = this.onLine(line, i, line.atoms.length);
      if (found !== null && found.values < found.end) {
        // Tables of pairs stand side by side.
        for (; found !== null; found = this.isPair(found) ? this.onLine(line, i, found.label[0]!.from) : null) this.add(found);
      } else if (this.starts[i]! < line.atoms.length) open.push(i);
    });
    for (const i of open) {
      const row = this.wrapped(i);
      if (!this.isHeading(row)) this.add(row);
    }
    this.blankRows();
    this.markTorn();
    return [...this.rows.values()].flat().sort((a, b) => a.line - b.line || a.values - b.values);
  }

  private isPair({ targets }: RowLine): boolean {
    return targets.some(({ table }) => this.form.tables[table]!.shape === 'pairs');
  }

  private add(row: RowLine): void {
    this.rows.set(row.line, [...(this.rows.get(row.line) ?? []), row]);
    for (const { line, from, to } of row.label) {
      let used = this.used.get(line);
      if (used === undefined) this.used.set(line, (used = new Set()));
      for (let i = from; i < to; i++) used.add(i);
    }
  }

  /** Headings stand side by side: two labels of columns or more, and no number. */
  private isHeader({ atoms }: SpacedLine, values: number): boolean {
    if (countsColumns(atoms)) return true;
    if (values < atoms.length && atoms.slice(values).some((atom) => atom.content.status === 'reported')) return false;
    return atoms.filter((atom) => this.labels.lookUp(atom.text).targets.some((target) => target.role === 'column')).length > 1;
  }

  /** 总计 and 其他 head columns too: alone on a line they are rows only by their number. */
  private isHeadingWord(text: string): boolean {
    const { targets, ordinal } = this.labels.lookUp(text);
    return targets.some((target) => target.role === 'column') && !targets.some((target) => target.role === 'row' && target.ordinal !== 0 && target.ordinal === ordinal);
  }

  /** A label of a group, with nothing behind it. */
  private isHeading({ line, label, targets, values }: RowLine): boolean {
    if (targets.length > 0 || label.length === 0) return false;
    const { atoms } = this.region.lines[line]!;
    if (atoms.slice(values).some((atom) => atom.content.status === 'reported')) return false;
    return this.labels.lookUp(textOfSpan(this.region, label[0]!)).targets.length > 0 || this.labels.lookUp(label.map((part) => textOfSpan(this.region, part)).join('')).targets.length > 0;
  }

  /** A label that stands whole before the values of its line, or alone on a line. */
  private onLine(own: SpacedLine, line: number, end: number): RowLine | null {
    const { atoms } = own;
    const most = Math.min(valuesFrom(own, this.labels, end), MOST_PARTS + 4);
    for (let to = most; to > 0; to--) {
      // Behind the label a word may fill the first cell; what no values follow is the rest of the label.
      if (to < most && !((atoms[to]!.gap >= 2 || isUnit(atoms[to]!)) && this.fillsCells(atoms, to, end))) continue;
      for (const from of beginnings(atoms, to)) {
        const targets = this.targetsOf(textOfSpan(this.region, { line, from, to }));
        if (targets.length === 0 || (this.isHeadingWord(textOfSpan(this.region, { line, from, to })) && !atoms.slice(to, end).some(isPlainValue))) continue;
        return { line, label: [{ line, from, to }], targets, values: to, end };
      }
    }
    return null;
  }

  private fillsCells(atoms: readonly Atom[], from: number, end: number): boolean {
    for (let i = from; i < end; i++) {
      const atom = atoms[i]!;
      if (!isValueLike(atom) && !isUnit(atom) && !isRemark(atom, this.labels)) return false;
    }
    return true;
  }

  private targetsOf(text: string): readonly Target[] {
    return this.labels.lookUp(text).targets.filter((target) => target.role === 'row');
  }

  private isGroup(targets: readonly Target[]): boolean {
    return targets.some(({ table }) => this.form.tables[table]!.shape === 'groups');
  }

  /** A label around its values: the longest one that the parts above, on and below the line make. */
  private wrapped(line: number): RowLine {
    const { atoms } = this.region.lines[line]!;
    const values = this.starts[line]!;
    let best: { parts: LineSpan[]; targets: readonly Target[]; group: boolean } | null = null;
    const anchors: { anchor: LineSpan; own: boolean }[] = [];
    for (let from = values - 1; from >= Math.max(0, values - MOST_PARTS); from--) anchors.push({ anchor: { line, from, to: values }, own: true });
    // The label stands above and below; what stands on the line, if anything, is a piece of a group's.
    for (const anchor of [...this.beside(line, -1), ...this.beside(line, 1)]) anchors.push({ anchor, own: false });
    for (const { anchor, own } of anchors) {
      if (!own && best?.group === false) break;
      const above = this.column(line, -1, anchor);
      const below = this.column(line, 1, anchor);
      for (let up = 0; up <= above.length; up++) {
        for (let down = 0; down <= below.length; down++) {
          const parts = [...above.slice(0, up).reverse(), ...(own ? [anchor] : []), ...below.slice(0, down)];
          if (parts.length === 0 || (best?.group === false && parts.length < best.parts.length)) continue;
          const text = parts.map((part) => textOfSpan(this.region, part)).join('');
          const oneSided = !own && (up === 0 || (down === 0 && up < 1));
          if (oneSided) continue;
          const targets = !own && this.isHeadingWord(text) ? [] : this.targetsOf(text).filter(({ table }) => own || this.form.tables[table]!.shape !== 'groups');
          if (targets.length === 0) continue;
          // （六）其他处理 over three rows heads them; it is a row only where nothing else is.
          const group = this.labels.lookUp(text).targets.some((target) => target.role === 'span');
          if (best === null || !group) best = { parts, targets, group };
        }
      }
    }
    const end = atoms.length;
    if (best !== null) return { line, label: best.parts, targets: best.targets, values, end };
    return { line, label: this.unknown(line, values), targets: [], values, end };
  }

  /** The rightmost text above (or below) a line, which may begin behind each of its blanks. */
  private beside(line: number, step: 1 | -1): LineSpan[] {
    const own = this.region.lines[line + step];
    if (own === undefined || this.rows.has(line + step) || this.starts[line + step]! < own.atoms.length) return [];
    const to = own.atoms.length;
    const spans: LineSpan[] = [];
    for (let from = to - 1; from >= 0 && spans.length < MOST_PARTS && this.used.get(line + step)?.has(from) !== true; from--) {
      spans.push({ line: line + step, from, to });
      if (own.atoms[from]!.gap >= 2) break;
    }
    return spans;
  }

  /** The parts of text in line with an anchor, on the lines above (or below) that hold no values; the nearest first. */
  private column(line: number, step: 1 | -1, anchor: LineSpan): LineSpan[] {
    const parts: LineSpan[] = [];
    const first = this.region.lines[anchor.line]!.atoms[anchor.from]!;
    const last = this.region.lines[anchor.line]!.atoms[anchor.to - 1]!;
    for (let i = line + step, passed = 0; parts.length < MOST_WRAPPED; i += step) {
      const own = this.region.lines[i];
      if (own === undefined || this.rows.has(i) || this.header[i]! || this.starts[i]! < own.atoms.length) break;
      const from = own.atoms.findIndex((atom, at) => !this.used.get(i)?.has(at) && this.inLine(atom, last, first, own.atoms));
      if (from < 0) {
        // A piece of a group's label stands alone.
        if (++passed > MOST_PASSED) break;
        continue;
      }
      let to = from + 1;
      while (to < own.atoms.length && own.atoms[to]!.gap < 2) to++;
      parts.push({ line: i, from, to });
    }
    return parts;
  }

  private inLine(atom: Atom, last: Atom, first: Atom, atoms: readonly Atom[]): boolean {
    let end = atoms.indexOf(atom);
    while (end + 1 < atoms.length && atoms[end + 1]!.gap < 2) end++;
    return atom.from.some((from, m) => Math.abs(from - first.from[m]!) <= SAME_LEFT ||
      Math.abs(from + atoms[end]!.to[m]! - first.from[m]! - last.to[m]!) <= 2 * SAME_MIDDLE);
  }

  /** The text that an unknown label is made of. */
  private unknown(line: number, values: number): LineSpan[] {
    const { atoms } = this.region.lines[line]!;
    if (values === 0) return [];
    let from = values - 1;
    while (from > 0 && atoms[from]!.gap < 2) from--;
    // A serial before the text is none of it.
    while (from < values - 1 && isPlainValue(atoms[from]!)) from++;
    const own = { line, from, to: values };
    const below = this.column(line, 1, own);
    // What begins with a number of its own is another label, misprinted too.
    const next = below.findIndex((part) => {
      const { targets, ordinal } = this.labels.lookUp(textOfSpan(this.region, part));
      return targets.length > 0 || ordinal > 0;
    });
    return [own, ...(next < 0 ? below : below.slice(0, next))];
  }

  /** A line that closes the bracket of the label above it is the rest of that row, and so are its numbers. */
  private markTorn(): void {
    for (const [line, [row]] of this.rows) {
      if (row === undefined || row.targets.length > 0 || row.label.length !== 1) continue;
      const text = textOfSpan(this.region, row.label[0]!);
      if (!text.includes(')') || text.includes('(')) continue;
      const above = this.rows.get(line - 1)?.at(-1) ?? this.rows.get(line - 2)?.at(-1);
      const label = above?.label.map((part) => textOfSpan(this.region, part)).join('') ?? '';
      if (above === undefined || label.lastIndexOf('(') <= label.lastIndexOf(')')) continue;
      above.torn = true;
      this.rows.delete(line);
    }
  }

  /** Labels without values: rows all of whose cells are blank. */
  private blankRows(): void {
    const { lines } = this.region;
    for (let line = 0; line < lines.length; line++) {
      const { atoms } = lines[line]!;
      if (this.rows.has(line) || this.header[line]! || this.starts[line]! < atoms.length) continue;
      // The unit of a blank pair is none of its label.
      let to = atoms.length;
      while (to > 1 && isUnit(atoms[to - 1]!) && atoms[to - 1]!.gap >= 2) to--;
      for (let from = 0; from < Math.min(to, MOST_PARTS); from++) {
        if (this.used.get(line)?.has(from) === true || (from > 0 && this.used.get(line)?.has(from - 1) !== true && atoms[from]!.gap < 1)) continue;
        const own = { line, from, to };
        const parts = [own, ...this.column(line, 1, own)];
        let known: RowLine | null = null;
        if (this.isHeadingWord(textOfSpan(this.region, own))) continue;
        for (let count = 1; count <= parts.length; count++) {
          const text = parts.slice(0, count).map((part) => textOfSpan(this.region, part)).join('');
          const targets = this.isHeadingWord(text) ? [] : this.targetsOf(text);
          if (targets.length > 0 && !this.isGroup(targets)) known = { line, label: parts.slice(0, count), targets, values: to, end: atoms.length };
        }
        if (known === null) continue;
        this.add(known);
        break;
      }
    }
  }
}
