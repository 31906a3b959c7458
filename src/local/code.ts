/** Which row of the form a local row means. A wrong code is worse than none. */
import { labelsOf } from '../align/labels.ts';
import { fold } from '../text/fold.ts';
import type { Form } from '../forms/form.ts';
import { hanOf } from '../text/reading.ts';

interface Codes {
  /** Wordings of local tables, in Chinese characters. */
  local: ReadonlyMap<string, string>;
  /** First parts of codes by the words that a group of theirs has. */
  groups: readonly (readonly [RegExp, RegExp])[];
}

const known = new WeakMap<Form, Codes>();

function codesOf(form: Form): Codes {
  let codes = known.get(form);
  if (codes === undefined) {
    codes = {
      local: new Map(Object.entries(form.local?.codes ?? {}).flatMap(([code, labels]) => labels.map((label) => [label, code] as const))),
      groups: [
        [/复议/, /^reconsideration/], [/诉讼/, /^litigation/], [/答复|不予提供|不予公开|办结/, /^applications\.(?:replied|closed)/],
        [/申请/, /^applications/], [/主动公开|公开(?:信息|文件)数/, /^disclosure/],
      ],
    };
    known.set(form, codes);
  }
  return codes;
}

/**
 * @param group label of the row it is a part of, or of the rows around it
 * @returns `null` where the form has no such row, or several
 */
export function codeOf(label: string, group: string | null, form: Form): string | null {
  const { local, groups } = codesOf(form);
  const key = hanOf(fold(label).replace(/[(（][^()（）]*[)）]/g, ''));
  const found = new Set<string>();
  for (const wording of [key, `${key}数`]) {
    const code = local.get(wording);
    if (code !== undefined) found.add(code);
    for (const target of labelsOf(form).lookUp(wording).targets) {
      const row = target.role === 'row' ? form.tables[target.table]?.blocks[target.block]?.rows[target.index] : undefined;
      if (row !== undefined) found.add(row.code);
    }
    if (found.size > 0) break;
  }
  const within = groups.find(([words]) => group !== null && words.test(group))?.[1];
  const fitting = [...found].filter((code) => within === undefined || within.test(code));
  return fitting.length === 1 && (found.size === 1 || within !== undefined) ? fitting[0]! : null;
}
