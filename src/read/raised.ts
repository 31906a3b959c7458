/** Superscripts: marks of notes, which are no part of the number or label they stand behind, and what is raised for another reason. */

/** 1, ①, [1], （注2）, *: what points to a note. */
const NOTE_MARK = /^[[(（【〔]?(?:注释?)?[\d０-９①-⑳ⅰ-ⅹ*＊※†‡,，、-]{1,6}[\])）】〕]?$|^[[(（【〔]?注[\])）】〕]?$/;
const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';
/** A raised text longer than this is ordinary text that somebody set so. */
export const LONGEST_RAISED = 16;

/**
 * What a superscript is read as: nothing where it is the mark of a note behind a number, or behind anything in a table's cell; else
 * its characters, with raised digits, which no reader takes for a number's own. Of the same length or empty.
 *
 * @param before what stands before it on its line, its last few characters
 * @param inCell whether it stands in a cell of a table
 */
export function raised(text: string, before: string, inCell: boolean): string {
  const stem = before.trimEnd();
  const power = /[×xX*·]\s*10$/.test(stem);
  if (NOTE_MARK.test(text.trim()) && !power && stem !== '' && (inCell || /[\d０-９]$/.test(stem))) return '';
  return text.replace(/[\d０-９]/g, (digit) => RAISED.charAt(digit.charCodeAt(0) & 15));
}
