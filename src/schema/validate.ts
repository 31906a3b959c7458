/** A report held against its one definition, fast: every report passes here before it leaves. */
import { indicatorCodes } from '../forms/cells.ts';
import type { Form } from '../forms/form.ts';
import { FORMS, type Registry } from '../forms/registry.ts';
import { departures, type Departure, type Held } from './agreement.ts';
import type { Indicator, Report } from './report.ts';
import { copyIndicators, copyReport } from './shape.ts';
import { ASTRAY, type Trail, type Walk } from './walk.ts';

/** A report that is none, with the places where it departs from the schema. */
export class SchemaError extends Error {
  override name = 'SchemaError';
  readonly issues: readonly Departure[];

  constructor(issues: readonly Departure[]) {
    super(issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '));
    this.issues = issues;
  }
}

/** A copy of a value that is of a shape. */
function copied(copy: Walk, value: unknown, path: readonly (string | number)[]): unknown {
  const trail: Trail = [];
  const made = copy(value, trail);
  if (made === ASTRAY) throw new SchemaError([{ path: [...path, ...trail.reverse()], message: 'is not what the schema asks for' }]);
  return made;
}

/**
 * Checks and copies a report. Says the same as `reportSchema`, which is defined by zod.
 *
 * @throws SchemaError where it departs from the schema, which is a bug of whatever made it
 */
export function validate(value: unknown, forms: Registry = FORMS): Report {
  const checked = copied(copyReport, value, []) as Held & { template: { era: string } };
  const { era } = checked.template;
  const form = forms.find((each) => each.era === era);
  if (form === undefined) throw new SchemaError([{ path: ['template', 'era'], message: `no form is called ${era}` }]);
  const found = departures(form, checked);
  if (found.length > 0) throw new SchemaError(found);
  if ('indicators' in checked.tables) checkIndicators(form, checked.tables['indicators']);
  return checked as unknown as Report;
}

/** Rows of a local table; their codes are rows of the form. */
function checkIndicators(form: Form, value: unknown): void {
  const codes = new Set(indicatorCodes(form));
  const rows = copied(copyIndicators, value, ['tables', 'indicators']) as Indicator[];
  rows.forEach(({ code }, index) => {
    if (code !== null && !codes.has(code)) throw new SchemaError([{ path: ['tables', 'indicators', index, 'code'], message: 'is no row of the form' }]);
  });
}
