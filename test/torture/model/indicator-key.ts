/** How a row of a local 统计表 is matched with what came out: by its label without numbers, units and blanks, and its column. */

const PREFIX = /^(?:其中[:：]?)?(?:\d{1,2}[.、．]|[（(]?\d{1,2}[)）]|[①-⑳]|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）])?/u;
const UNIT = /[（(](?:单位[:：])?(?:条|件|次|篇|个|人|人次|元|万元|份)[)）]$/u;

const NOTE = /(?:[①-⑳*※]{1,3}|\[\d{1,2}\]|（(?:注|见说明)\d{1,2}）)$/u;

/** The label bare of what may or may not be read as a part of it. */
export function bareLabel(label: string): string {
  return label.replace(/[\s\u3000]+/gu, '').replace(PREFIX, '').replace(NOTE, '').replace(UNIT, '');
}

/** The address of an indicator's value in the generator's truths. */
export function indicatorKey(label: string, column: string): string {
  return `indicators.${bareLabel(label)}.${column.replace(/[\s\u3000]+/gu, '')}`;
}
