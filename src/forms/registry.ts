/** The registered forms in the order of the eras, the one without tables first. */
import { FORM_2019 } from './2019/form.ts';
import { FORM_2021 } from './2021/form.ts';
import type { Form } from './form.ts';
import { FORM_NARRATIVE } from './narrative/form.ts';
import { FORM_STATISTICS } from './statistics/form.ts';

export const FORMS = [FORM_NARRATIVE, FORM_STATISTICS, FORM_2019, FORM_2021] as const satisfies readonly Form[];

/** Forms that a stage goes by: the registered ones, or others in their place. */
export type Registry = readonly Form[];

type Registered = (typeof FORMS)[number];

export type Era = Registered['era'];

/** The registered form of an era, as a type. */
export type FormOf<E extends Era> = Extract<Registered, { era: E }>;

export const ERAS: readonly Era[] = FORMS.map((form) => form.era);

/** @throws RangeError where no form is registered under that name */
export function formOf(era: string, forms: Registry = FORMS): Form {
  const form = forms.find((each) => each.era === era);
  if (form === undefined) throw new RangeError(`no form is called ${era}`);
  return form;
}
