/** What a cell of a LaTeX table prints, and over how many rows and columns it says to reach. */
import { Content, type Printed } from './content.ts';

export interface LatexCell extends Printed {
  columnSpan: number;
  /** As written: a negative one reaches upwards. */
  rowSpan: number;
}

/** Commands with arguments that print nothing, by how many in braces; what follows them prints as usual. */
const SILENT: ReadonlyMap<string, number> = new Map(Object.entries({
  cline: 1, cmidrule: 1, hhline: 1, specialrule: 3, addlinespace: 0, caption: 1, label: 1, footnote: 1, footnotemark: 0, footnotetext: 1,
  tablefootnote: 1, thanks: 1, textsuperscript: 1, vspace: 1, hspace: 1, color: 1, textcolor: 1, colorbox: 1, cellcolor: 1, rowcolor: 1,
  columncolor: 1, fontsize: 2, setlength: 2, rule: 2, rotatebox: 1, parbox: 1, raisebox: 1, resizebox: 2, scalebox: 1, multirow: 2,
  multicolumn: 2, makecell: 0, thead: 0, shortstack: 0, sout: 1, st: 1, xout: 1, cancel: 1, phantom: 1, hphantom: 1, vphantom: 1, ref: 1,
  cite: 1, href: 1, end: 1, renewcommand: 2, noalign: 1, arrayrulecolor: 1, hypertarget: 1, adjustbox: 1, diagbox: 0, extrarowheight: 0,
}));
const SYMBOLS: ReadonlyMap<string, string> = new Map(Object.entries({
  quad: ' ', qquad: ' ', enspace: ' ', thinspace: ' ', nobreakspace: ' ', textbackslash: '\\', textasciitilde: '~', textendash: '–',
  textemdash: '—', ldots: '…', dots: '…', times: '×', checkmark: '√', textless: '<', textgreater: '>', textbar: '|', slash: '/', cdot: '·',
  textperiodcentered: '·', textquotedblleft: '“', textquotedblright: '”', textquoteleft: '‘', textquoteright: '’', circ: '○', pm: '±',
}));
const BREAKS = new Set(['newline', 'linebreak', 'par', 'tabularnewline']);
const NAME = /[a-zA-Z]+\*?/y;
const SPECIAL = new Set('\\%{}$~^\n\r`\'');

export function readLatex(text: string, start: number, end: number): LatexCell {
  const content = new Content();
  const span = { columnSpan: 1, rowSpan: 1 };
  for (let at = start; at < end;) {
    const from = at;
    const char = text.charAt(at);
    if (char === '%') at = lineEnd(text, at, end);
    else if (char === '\\') at = command(text, at, end, content, span);
    else if (char === '{' || char === '}' || char === '$') at++;
    else if (char === '^') {
      at = argument(text, at + 1, end) ?? Math.min(end, at + 2);
      content.drop(from, at);
    } else if (char === '~' || char === '\n' || char === '\r') {
      content.add(' ', at, at + 1);
      at++;
    } else if (char === '`' || char === "'") {
      const double = text.charAt(at + 1) === char && at + 1 < end;
      at += double ? 2 : 1;
      content.add(double ? (char === '`' ? '“' : '”') : char, from, at);
    } else {
      while (at < end && !SPECIAL.has(text.charAt(at))) at++;
      content.add(text.slice(from, at), from, at);
    }
  }
  return { ...content.finish(start), ...span };
}

function lineEnd(text: string, at: number, end: number): number {
  let i = at;
  while (i < end && text.charCodeAt(i) !== 10 && text.charCodeAt(i) !== 13) i++;
  return Math.min(end, i + 1);
}

function command(text: string, at: number, end: number, content: Content, span: { columnSpan: number; rowSpan: number }): number {
  NAME.lastIndex = at + 1;
  const name = NAME.exec(text)?.[0];
  if (name === undefined || at + 1 >= end) return symbol(text, at, end, content);
  let after = Math.min(end, at + 1 + name.length);
  const plain = name.replace('*', '');
  if (BREAKS.has(plain)) content.break();
  const printed = SYMBOLS.get(plain);
  if (printed !== undefined) content.add(printed, at, after);
  if (plain === 'begin') return environment(text, after, end);
  const silent = SILENT.get(plain);
  if (silent === undefined) return printed === undefined ? skipBlanks(text, after, end) : after;
  const dropped = plain === 'textsuperscript' || plain === 'sout' || plain === 'st' || plain === 'footnote';
  for (let count = 0; ; count++) {
    after = optional(text, after, end);
    if (count === silent) break;
    const next = argument(text, after, end);
    if (next === null) break;
    if (count === 0 && plain === 'multirow') span.rowSpan = numberIn(text, after, next);
    if (count === 0 && plain === 'multicolumn') span.columnSpan = Math.max(1, numberIn(text, after, next));
    after = next;
  }
  if (dropped) content.drop(at, after);
  return after;
}

/** `\%`, `\ `, `\\` and their like. */
function symbol(text: string, at: number, end: number, content: Content): number {
  const char = text.charAt(at + 1);
  const after = Math.min(end, at + 2);
  if (char === '\\') {
    content.break();
    return optional(text, text.charAt(after) === '*' ? after + 1 : after, end);
  }
  if ('&%$#_{}'.includes(char)) content.add(char, at, after);
  else if (', ;:\n\r'.includes(char)) content.add(' ', at, after);
  else if (!'!/-@()[]\'"`^~=.'.includes(char)) content.add(char, at, after);
  return after;
}

function environment(text: string, at: number, end: number): number {
  const named = argument(text, at, end);
  if (named === null) return at;
  const name = text.slice(at, named);
  let after = named;
  const groups = /minipage|tabular\}/.test(name) ? 1 : /tabular[*xy]/.test(name) ? 2 : 0;
  for (let count = 0; ; count++) {
    after = optional(text, after, end);
    const next = count < groups ? argument(text, after, end) : null;
    if (next === null) return after;
    after = next;
  }
}

function numberIn(text: string, start: number, end: number): number {
  const number = /-?\d{1,4}/.exec(text.slice(start, end))?.[0];
  return number === undefined || Number(number) === 0 ? 1 : Number(number);
}

function skipBlanks(text: string, at: number, end: number): number {
  let i = at;
  while (i < end && (text.charCodeAt(i) === 32 || text.charCodeAt(i) === 9)) i++;
  return i;
}

/** Offset behind arguments in brackets, and the trim of a rule in round ones: `[c]`, `(lr)`. */
function optional(text: string, at: number, end: number): number {
  let i = skipBlanks(text, at, end);
  for (;;) {
    const close = text.charAt(i) === '[' ? ']' : text.charAt(i) === '(' && /^\([lr]{1,2}\)/.test(text.slice(i, i + 4)) ? ')' : '';
    if (close === '') return i > at && text.charAt(i) !== '{' ? at : i;
    const found = text.slice(i, Math.min(end, i + 100)).indexOf(close);
    if (found < 0) return at;
    i += found + 1;
    at = i;
    i = skipBlanks(text, i, end);
  }
}

/** Offset behind the group in braces that begins at `at` (blanks before it do not count); `null` where none does. */
export function argument(text: string, at: number, end: number): number | null {
  let i = at;
  while (i < end && text.charAt(i).trim() === '') i++;
  if (i >= end || text.charAt(i) !== '{') return null;
  let depth = 0;
  for (; i < end; i++) {
    const char = text.charAt(i);
    if (char === '\\') i++;
    else if (char === '{') depth++;
    else if (char === '}' && --depth === 0) return i + 1;
  }
  return end;
}
