/** What a person has judged of a report, as an expectation that `gov-report verify` takes. */
import { printedUnit } from '../schema/unit.ts';
import { cellMapOf } from '../forms/cells.ts';
import { formOf } from '../forms/registry.ts';
import type { Report } from '../schema/report.ts';

/** `right`, or wrong with what the report prints: a number, `null` for a cell without one; `undefined` where that is not said. */
export type Mark = { verdict: 'right' } | { verdict: 'wrong'; value: number | string | null | undefined };

/** Marks by the address of what they judge: a cell's path, or `metadata.agency`. */
export type Marks = Readonly<Record<string, Mark>>;

/** Members of the metadata that can be judged. */
export const JUDGED_METADATA = ['title', 'agency', 'year', 'documentNumber', 'publishedOn', 'signedOn'] as const;

type Tree = { [key: string]: Tree | number | string | boolean | null };

/**
 * The expectation: what is marked right as it came out, what is marked wrong as the person says it should be; nothing else. What is
 * wrong without a word on what would be right is left out, as an expectation can only say what is to be.
 *
 * @returns `null` where no mark says anything
 */
export function expectationOf(report: Report, marks: Marks): Tree | null {
  const tables: Tree = {};
  const metadata: Tree = {};
  const cells = cellMapOf(formOf(report.template.era));
  const values = new Map(report.cells.map((cell) => [cell.cell, cell.value]));
  for (const [address, mark] of Object.entries(marks)) {
    const member = JUDGED_METADATA.find((name) => address === `metadata.${name}`);
    const known = member === undefined ? values.get(address) : report.metadata[member];
    if (known === undefined) continue;
    const value = mark.verdict === 'right' ? known : mark.value;
    if (value === undefined) continue;
    if (member !== undefined) metadata[member] = value;
    else {
      plant(tables, address.split('.'), value);
      const unitPath = cells.get(address)?.unitPath ?? null;
      // An amount that is right is so in its unit.
      if (unitPath !== null && mark.verdict === 'right') plant(tables, unitPath.split('.'), printedUnit(report, unitPath));
    }
  }
  const members = { ...(isEmpty(metadata) ? {} : { metadata }), ...(isEmpty(tables) ? {} : { tables }) };
  return isEmpty(members) ? null : { reviewed: true, ...members };
}

const isEmpty = (tree: object): boolean => Object.keys(tree).length === 0;

function plant(tree: Tree, [first = '', ...rest]: readonly string[], value: number | string | null): void {
  if (rest.length === 0) {
    tree[first] = value;
    return;
  }
  const known = tree[first];
  const branch: Tree = typeof known === 'object' && known !== null ? known : {};
  tree[first] = branch;
  plant(branch, rest, value);
}

/** The name under which `verify` looks for the expectation of a file. */
export function expectationName(path: string | null): string {
  const name = (path ?? 'report.txt').replaceAll('\\', '/').split('/').at(-1)!.replace(/\.\w{1,8}$/, '');
  return name === 'report' ? 'expected.json' : `${name}.expected.json`;
}

/** A value as a person types it: a number, or nothing for a cell without one. `undefined` where it is neither. */
export function typedValue(text: string): number | null | undefined {
  const plain = text.normalize('NFKC').replaceAll(/[,\s]/g, '');
  if (plain === '') return null;
  return /^[+-]?\d{1,15}(\.\d{1,9})?$/.test(plain) ? Number(plain) : undefined;
}
