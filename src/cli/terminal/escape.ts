/** The one place that keeps names and texts of others from acting on a terminal. */

/**
 * What a terminal, a spreadsheet or a log acts on instead of showing it: control characters (escape sequences begin with one),
 * line and paragraph separators, marks that turn the direction of what follows, invisible marks, halves of characters.
 */
const ACTING = /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** A path or field on one line, as it can be shown: what would act comes as `\uHHHH`. */
export function printable(text: string): string {
  return text.replace(ACTING, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** A stretch of a line, each character in its place: what would act comes as a blank. */
export function blanked(text: string): string {
  return text.replace(ACTING, ' ');
}

/** Lines that stay lines. */
export function printableLines(text: string): string {
  return text.split('\n').map((line) => line.split('\t').map(printable).join('\t')).join('\n');
}
