/** One document of a run: drawn, mutated, rendered, with its truths. */
import { FORMS, makeModel, type FormName } from './model/report.ts';
import type { Model, Truth } from './model/types.ts';
import { MUTATIONS, type Mutation } from './mutate/index.ts';
import { createRandom, type Random } from './random.ts';
import { LAYOUTS, type Layout } from './render/index.ts';
import { createMarks, placesOf, unmarked, type Place } from './render/marks.ts';
import { truthsOf } from './truth.ts';

export interface TortureDocument {
  seed: number;
  index: number;
  form: FormName;
  layout: Layout;
  /** Names of what was done to it, `none` where nothing was. */
  mutation: string;
  traits: string[];
  text: string;
  era: Model['era'];
  truths: Map<string, Truth>;
  /** Where cells are printed, as offsets: from the first character to behind the last. */
  places: Map<string, Place[]>;
}

export interface Choice {
  forms: readonly FormName[];
  layouts: readonly Layout[];
  mutations: readonly Mutation[];
  /** Share of documents that are left as they are. */
  plain: number;
}

/** What a run draws from: all there is, without what is held back unless `held`. */
export function choose(filter: { forms?: readonly string[]; layouts?: readonly string[]; mutations?: readonly string[]; held?: boolean } = {}): Choice {
  const kept = <T extends { name: string; held?: true }>(all: readonly T[], names: readonly string[] | undefined): T[] =>
    all.filter((one) => (names === undefined ? filter.held === true || one.held !== true : names.includes(one.name)));
  return {
    forms: FORMS.filter((form) => filter.forms === undefined || filter.forms.includes(form)),
    layouts: kept(LAYOUTS, filter.layouts),
    mutations: kept(MUTATIONS, filter.mutations),
    plain: filter.mutations === undefined ? 0.35 : filter.mutations.includes('none') ? 1 : 0,
  };
}

/** The document of this number: the same on every machine, for the same choice. */
export function makeDocument(seed: number, index: number, choice: Choice): TortureDocument {
  const random = createRandom(seed, index);
  const layout = choice.layouts[index % choice.layouts.length]!;
  const form = random.pick(choice.forms);
  const model = makeModel(form, random);
  const possible = choice.mutations.filter((mutation) => mutation.fits(layout, model));
  const mutated = possible.length > 0 && !random.chance(choice.plain);
  const chosen = mutated ? chooseMutations(possible, random) : [];
  const done: string[] = [];
  for (const mutation of chosen) {
    if (mutation.model?.(model, random, layout) === true) done.push(mutation.name);
  }
  const marks = createMarks();
  let marked = layout.render(model.blocks, { random, marks });
  for (const mutation of chosen) {
    const after = mutation.text?.(marked, { model, marks, random, layout, form }) ?? null;
    if (after === null) continue;
    marked = after;
    done.push(mutation.name);
  }
  return {
    seed, index, form, layout, mutation: done.length === 0 ? 'none' : done.join('+'), traits: model.traits, text: unmarked(marked),
    era: model.era, truths: truthsOf(model), places: placesOf(marks, marked),
  };
}

/** One mostly, now and then two. */
function chooseMutations(possible: readonly Mutation[], random: Random): Mutation[] {
  const first = random.pick(possible);
  const second = random.chance(0.12) ? random.pick(possible) : first;
  return second === first || first.alone === true || second.alone === true || (second.text !== undefined && first.text !== undefined) ? [first] : [first, second];
}
