/**
 * Everything a table's text may say beside its values, as one trie of Chinese characters: labels of rows and columns, titles and
 * groups, units, headings of columns that hold no value (序号, 单位), and the section headings that end a table.
 */
import type { Form } from '../../forms/form.ts';
import { hanOf } from '../../text/reading.ts';
import { labelsOf, splitLabel, type Target } from '../labels.ts';

/** What a phrase of the lexicon is. A label is what its targets say. */
export type PhraseRole = 'label' | 'unit' | 'aside' | 'corner' | 'part' | 'stop' | 'zero';

export interface Entry {
  role: PhraseRole;
  key: string;
  targets: readonly Target[];
}

export interface Node {
  next: Map<number, Node>;
  entry: Entry | null;
}

/** Units that stand beside values in tables of pairs, or behind a label. */
export const UNITS = [
  '条', '件', '次', '篇', '个', '人', '人次', '万元', '元', '份', '项', '期', '场', '宗', '起', '家', '条件', '件条',
] as const;
/** Headings over columns that hold no values. */
const ASIDES = ['序号', '编号', '代码', '编码', '指标代码', '行次', '栏次', '行号', '单位', '计量单位', '备注'] as const;
/** Headings over the labels. */
const CORNERS = ['信息内容', '统计指标', '指标名称', '指标', '项目', '类别', '内容', '名称', '事项'] as const;
/** Opens the label of a part. */
const PART = '其中';
/** Zeros in words, glued to a label. */
const ZEROS = ['无', '零'] as const;
/** Signs in words, glued to the digits behind them. */
export const SIGNS = ['增', '减'] as const;
/** Wordings of section headings shorter than this are words of labels, too. */
const LONG_HEAD = 5;

const lexicons = new WeakMap<Form, Node>();

/** The trie of a form. Made once. */
export function lexiconOf(form: Form): Node {
  let root = lexicons.get(form);
  if (root === undefined) lexicons.set(form, (root = build(form)));
  return root;
}

function build(form: Form): Node {
  const root: Node = { next: new Map(), entry: null };
  const add = (key: string, role: PhraseRole, targets: readonly Target[] = []): void => {
    if (key === '') return;
    let node = root;
    for (let i = 0; i < key.length; i++) {
      let next = node.next.get(key.charCodeAt(i));
      if (next === undefined) node.next.set(key.charCodeAt(i), (next = { next: new Map(), entry: null }));
      node = next;
    }
    node.entry ??= { role, key, targets };
  };
  for (const [key, targets] of labelsOf(form).entries()) add(key, 'label', targets);
  for (const unit of UNITS) add(unit, 'unit');
  for (const word of ASIDES) add(word, 'aside');
  for (const word of CORNERS) add(word, 'corner');
  add(PART, 'part');
  for (const word of [...ZEROS, ...SIGNS]) add(word, 'zero');
  const heads = form.sections.flatMap((section) => [section.title, ...section.heads]);
  for (const head of [...heads, ...form.recognition.titles, ...form.tables.map((table) => table.title)]) {
    const { key } = splitLabel(head);
    if (key.length >= LONG_HEAD) add(hanOf(key), 'stop');
  }
  return root;
}
