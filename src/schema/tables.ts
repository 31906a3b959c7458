/** The schemas of a form's tables and cells: every row and column named, none besides. */
import { z } from 'zod';
import { cellsOfForm, indicatorCodes, type FormCell } from '../forms/cells.ts';
import type { Form } from '../forms/form.ts';
import { cellMembers, line } from './members.ts';
import { AMOUNT_UNITS } from './names.ts';

const value = z.number().nullable();
const unit = z.enum(AMOUNT_UNITS).nullable();

/** The name of a definition that is the form's own. */
export function definition(name: string, { era }: Form): { id: string } {
  return { id: name + era.charAt(0).toUpperCase() + era.slice(1) };
}

/** A branch of the tree under way: its leaves and branches by their keys. */
interface Branch {
  leaves: Map<string, z.ZodType>;
  branches: Map<string, Branch>;
}

const newBranch = (): Branch => ({ leaves: new Map(), branches: new Map() });

function branchAt(tree: Branch, codes: readonly string[]): Branch {
  let branch = tree;
  for (const code of codes) {
    let next = branch.branches.get(code);
    if (next === undefined) branch.branches.set(code, (next = newBranch()));
    branch = next;
  }
  return branch;
}

function grow(cells: readonly FormCell[]): Branch {
  const tree = newBranch();
  for (const { path, unitPath, optional } of cells) {
    const codes = path.split('.');
    const { leaves } = branchAt(tree, codes.slice(0, -1));
    leaves.set(codes.at(-1)!, optional ? value.optional() : value);
    if (unitPath !== null) leaves.set(unitPath.slice(unitPath.lastIndexOf('.') + 1), optional ? unit.optional() : unit);
  }
  return tree;
}

/** Rows of the same columns share one definition, named after the form and the first row that has it. */
class Definitions {
  readonly #known = new Map<string, z.ZodType>();
  readonly #form: Form;

  constructor(form: Form) {
    this.#form = form;
  }

  /** A branch is left out by a report where all that hangs on it may be. */
  schemaOf(branch: Branch, path: readonly string[] = []): { schema: z.ZodType; optional: boolean } {
    const members: Record<string, z.ZodType> = {};
    let optional = true;
    const signature: string[] = [];
    for (const [key, leaf] of branch.leaves) {
      members[key] = leaf;
      const may = leaf.safeParse(undefined).success;
      optional &&= may;
      signature.push(`${key}${may ? '?' : ''}${key.endsWith('Unit') ? '=' : ''}`);
    }
    for (const [key, child] of branch.branches) {
      const grown = this.schemaOf(child, [...path, key]);
      members[key] = grown.optional ? grown.schema.optional() : grown.schema;
      optional &&= grown.optional;
    }
    if (path.length === 0) return { schema: z.strictObject(members).meta(definition('Tables', this.#form)), optional };
    if (branch.branches.size > 0) return { schema: z.strictObject(members), optional };
    const known = this.#known.get(signature.join());
    if (known !== undefined) return { schema: known, optional };
    const name = path.map((code) => code.charAt(0).toUpperCase() + code.slice(1)).join('');
    const schema = z.strictObject(members).meta(definition(name, this.#form));
    this.#known.set(signature.join(), schema);
    return { schema, optional };
  }
}

/** The member `tables` of a report of the form. */
export function tablesSchema(form: Form): z.ZodType {
  return new Definitions(form).schemaOf(grow(cellsOfForm(form))).schema;
}

/** Addresses of the form's cells; `never` where it has none. */
export function pathSchema(form: Form): z.ZodType<string> {
  const [first, ...rest] = cellsOfForm(form).map(({ path }) => path);
  return first === undefined ? z.never() : z.enum([first, ...rest]).meta(definition('CellPath', form));
}

/** An entry of `cells`: what a cell's status says, its value agrees with. */
export function cellSchema(form: Form, path: z.ZodType<string>): z.ZodType {
  return z.discriminatedUnion('status', [
    z.strictObject(cellMembers(path, z.number(), z.literal('reported'))),
    z.strictObject(cellMembers(path, z.literal(0), z.literal('zeroWord'))),
    z.strictObject(cellMembers(path, z.null(), z.enum(['blank', 'notApplicable', 'unreadable', 'missing']))),
  ]).meta(definition('Cell', form));
}

/** A row of a local table; `code` is the row of the form that it means. */
export function indicatorSchema(form: Form): z.ZodType {
  const [first, ...rest] = indicatorCodes(form);
  return z.strictObject({
    label: z.string(),
    group: z.string().nullable(),
    unit: z.string().nullable(),
    values: z.record(z.string(), z.number().nullable()),
    code: (first === undefined ? z.null() : z.enum([first, ...rest]).nullable()),
    line,
  }).meta(definition('Indicator', form));
}
