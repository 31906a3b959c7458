/** The registered forms, in the order of the eras. */
import { FORM_2019 } from './2019/form.ts';
import { FORM_2021 } from './2021/form.ts';
import type { Form } from './form.ts';
import { FORM_NARRATIVE } from './narrative/form.ts';
import { FORM_STATISTICS } from './statistics/form.ts';

export const FORMS: readonly Form[] = [FORM_NARRATIVE, FORM_STATISTICS, FORM_2019, FORM_2021];

/** @throws RangeError where no form is registered under that name */
export function formOf(era: string): Form {
  const form = FORMS.find((each) => each.era === era);
  if (form === undefined) throw new RangeError(`no form is called ${era}`);
  return form;
}
