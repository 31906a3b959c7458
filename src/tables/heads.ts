/**
 * The row of 行政复议 and 行政诉讼 under its header: where blanks left no trace but the columns of a single line, each value
 * either stands below the start of its heading, or the steps between values tell by their even width.
 */
import type { Document } from '../text/document.ts';
import { isLawful, sumsHold, type Placement, type RowForm } from './place.ts';
import { charactersAt, widthAt, type Ruler } from './ruler.ts';
import type { Token } from './tokens.ts';
import { blankReading, readToken } from './values.ts';

const BLANK = blankReading(-1);
/** Fewer values could stand below headings by chance. */
const LEAST_VALUES = 3;
/** The widest step from column to column over the narrowest: at most this for what is taken, so much more for its rivals. */
const EVEN = 1.5;
const MARGIN = 1.8;
/** Even steps say something only where most columns hold a value, in the blanks' group and elsewhere. */
const SHARE_FILLED = 0.7;

/**
 * @param heads offsets of the columns' headings, in any order
 * @returns the only placement, `null` where neither headings nor steps decide
 */
export function placeUnderHeads(document: Document, tokens: readonly Token[], heads: readonly number[], form: RowForm): Placement | null {
  if (tokens.length < LEAST_VALUES || tokens.length >= form.columns || !isSpaced(document, tokens)) return null;
  return belowHeads(document, tokens, heads, form) ?? evenSteps(document, tokens, form);
}

/** On one line, parted by blanks alone, at some place by more than one. */
function isSpaced({ folded }: Document, tokens: readonly Token[]): boolean {
  let wide = false;
  for (let i = 1; i < tokens.length; i++) {
    const between = folded.slice(tokens[i - 1]!.end, tokens[i]!.start);
    if (between === '' || between.length > 200 || /[^ ]/.test(between)) return false;
    wide ||= between.length > 1;
  }
  return wide;
}

function lay(document: Document, tokens: readonly Token[], columns: readonly number[], form: RowForm): Placement {
  const slots = Array.from({ length: form.columns }, () => BLANK);
  tokens.forEach((token, i) => { slots[columns[i]!] = readToken(document, token); });
  return { slots, basis: 'position', cost: 0 };
}

/** Tools that align to the left (lynx, pandoc) print each value below the first character of its heading. */
function belowHeads(document: Document, tokens: readonly Token[], heads: readonly number[], form: RowForm): Placement | null {
  if (heads.length !== form.columns) return null;
  for (const ruler of [charactersAt(document), widthAt(document)]) {
    const starts = heads.map(ruler).sort((a, b) => a - b);
    if (new Set(starts).size !== starts.length) continue;
    const columns = tokens.map((token) => starts.indexOf(ruler(token.start)));
    if (columns.includes(-1)) continue;
    const placement = lay(document, tokens, columns, form);
    if (sumsHold(form.sums, placement.slots.map((slot) => slot.value)) !== false) return placement;
  }
  return null;
}

/** Of the placements that keep the sums, the one with even steps, where every other has a step much wider than the rest. */
function evenSteps(document: Document, tokens: readonly Token[], form: RowForm): Placement | null {
  if (tokens.length < SHARE_FILLED * form.columns) return null;
  const at: Ruler = charactersAt(document);
  let best: Placement | null = null;
  let evenness = Infinity;
  let second = Infinity;
  for (const columns of choose(form.columns, tokens.length)) {
    const placement = lay(document, tokens, columns, form);
    if (!isLawful(form, placement)) continue;
    const steps = tokens.slice(1).map((token, i) => (at(token.start) - at(tokens[i]!.start)) / (columns[i + 1]! - columns[i]!));
    const ratio = Math.max(...steps) / Math.min(...steps);
    if (ratio < evenness) {
      second = evenness;
      evenness = ratio;
      best = placement;
    } else {
      second = Math.min(second, ratio);
    }
  }
  return evenness <= EVEN + 1e-9 && second >= MARGIN * evenness ? best : null;
}

/** All rising choices of `count` columns among `columns`. */
function* choose(columns: number, count: number, from = 0): Generator<number[]> {
  if (count === 0) {
    yield [];
    return;
  }
  for (let first = from; first <= columns - count; first++) for (const rest of choose(columns, count - 1, first + 1)) yield [first, ...rest];
}
