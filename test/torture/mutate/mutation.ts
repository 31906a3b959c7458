/** What a mutation is: a change whose right answer is known. */
import type { FormName } from '../model/report.ts';
import type { Model } from '../model/types.ts';
import type { Random } from '../random.ts';
import type { Layout } from '../render/layout.ts';
import type { Marks } from '../render/marks.ts';

export interface TextContext {
  model: Model;
  marks: Marks;
  random: Random;
  layout: Layout;
  form: FormName;
}

export interface Mutation {
  name: string;
  held?: true;
  /** Not together with another: what that one would then change is no longer printed as its own. */
  alone?: true;
  /** Layouts and reports in which its right answer is certain. */
  fits(layout: Layout, model: Model): boolean;
  /** Changes the report before it is rendered, truths included; `false` where it found nothing to change. */
  model?(model: Model, random: Random, layout: Layout): boolean;
  /** Changes the rendered text, marks in it, and the truths of the cells behind the marks; `null` where nothing could be changed. */
  text?(text: string, context: TextContext): string | null;
}
