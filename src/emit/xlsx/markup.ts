/** SpreadsheetML (ECMA-376 part 1): text of the parts of a workbook that are the same in every one, and of cells. */
import type { Value } from '../columns.ts';

export const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Index into `cellXfs` of `STYLES_PART`: `unread` is grey, `broken` red. */
export const STYLE = { plain: 0, header: 1, strong: 2, unread: 3, broken: 4 } as const;
export type Style = (typeof STYLE)[keyof typeof STYLE];

/** A cell with a look of its own, and a note. */
export interface MarkedCell {
  value: Value;
  style: Style;
  comment: string | null;
}

export type SheetValue = Value | MarkedCell;

export function isMarked(value: SheetValue): value is MarkedCell {
  return typeof value === 'object' && value !== null;
}

export const STYLES_PART =
  `${XML}<styleSheet xmlns="${MAIN}">` +
  '<fonts count="3"><font><sz val="11"/><name val="宋体"/><charset val="134"/></font>' +
  '<font><b/><sz val="11"/><name val="宋体"/><charset val="134"/></font>' +
  '<font><sz val="11"/><color rgb="FF9C0006"/><name val="宋体"/><charset val="134"/></font></fonts>' +
  '<fills count="5"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>' +
  '<fill><patternFill patternType="solid"><fgColor rgb="FFDDE6F0"/><bgColor indexed="64"/></patternFill></fill>' +
  '<fill><patternFill patternType="solid"><fgColor rgb="FFD9D9D9"/><bgColor indexed="64"/></patternFill></fill>' +
  '<fill><patternFill patternType="solid"><fgColor rgb="FFFFC7CE"/><bgColor indexed="64"/></patternFill></fill></fills>' +
  '<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>' +
  '<border><left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  '<xf numFmtId="0" fontId="1" fillId="2" borderId="1" xfId="0" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">' +
  '<alignment horizontal="center" vertical="center" wrapText="1"/></xf>' +
  '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>' +
  '<xf numFmtId="0" fontId="0" fillId="3" borderId="0" xfId="0" applyFill="1"/>' +
  '<xf numFmtId="0" fontId="2" fillId="4" borderId="0" xfId="0" applyFont="1" applyFill="1"/></cellXfs>' +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';

export const ROOT_RELATIONS_PART =
  `${XML}<Relationships xmlns="${PACKAGE}/relationships">` +
  `<Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;

/** A sheet as the workbook lists it; `filter` is the range of its autofilter. */
export interface SheetEntry {
  name: string;
  /** Number in the part's name, `xl/worksheets/sheetN.xml`. */
  part: number;
  filter: string;
  /** Whether notes stand on its cells. */
  notes: boolean;
}

export function contentTypesPart(sheets: readonly SheetEntry[]): string {
  return (
    `${XML}<Types xmlns="${PACKAGE}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    `<Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/>` +
    `<Override PartName="/xl/styles.xml" ContentType="${TYPES}.styles+xml"/>` +
    `<Override PartName="/xl/sharedStrings.xml" ContentType="${TYPES}.sharedStrings+xml"/>` +
    (sheets.some(({ notes }) => notes) ? '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>' : '') +
    sheets.map(({ part, notes }) =>
      `<Override PartName="/xl/worksheets/sheet${part}.xml" ContentType="${TYPES}.worksheet+xml"/>` +
      (notes ? `<Override PartName="/xl/comments${part}.xml" ContentType="${TYPES}.comments+xml"/>` : '')).join('') +
    '</Types>'
  );
}

export function workbookPart(sheets: readonly SheetEntry[]): string {
  return (
    `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>` +
    sheets.map(({ name, part }, index) => `<sheet name="${escape(name)}" sheetId="${index + 1}" r:id="rId${part}"/>`).join('') +
    '</sheets><definedNames>' +
    sheets.map(({ name, filter }, index) =>
      `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">'${escape(name)}'!${absolute(filter)}</definedName>`).join('') +
    '</definedNames></workbook>'
  );
}

export function workbookRelationsPart(sheets: readonly SheetEntry[]): string {
  return (
    `${XML}<Relationships xmlns="${PACKAGE}/relationships">` +
    sheets.map(({ part }) => `<Relationship Id="rId${part}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${part}.xml"/>`).join('') +
    `<Relationship Id="rIdStyles" Type="${OFFICE}/styles" Target="styles.xml"/>` +
    `<Relationship Id="rIdStrings" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`
  );
}

export function sharedStringsPart(strings: Iterable<string>): string {
  let items = '';
  for (const text of strings) items += `<si>${textElement(text)}</si>`;
  return `${XML}<sst xmlns="${MAIN}">${items}</sst>`;
}

export function worksheetStart(widths: readonly number[], frozenRows: number): string {
  return (
    `${XML}<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0">` +
    `<pane ySplit="${frozenRows}" topLeftCell="A${frozenRows + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>` +
    '<sheetFormatPr defaultRowHeight="15"/><cols>' +
    widths.map((width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`).join('') +
    '</cols><sheetData>'
  );
}

export function worksheetEnd(filter: string, merges: readonly string[], notes: boolean): string {
  const merged = merges.length === 0 ? '' : `<mergeCells count="${merges.length}">${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`;
  return `</sheetData><autoFilter ref="${filter}"/>${merged}<pageSetup orientation="landscape" fitToWidth="1" fitToHeight="0"/>${notes ? '<legacyDrawing r:id="rIdBoxes"/>' : ''}</worksheet>`;
}

/** One `row` element. `shared` gives a string's place in the table of strings, or `null` to write it in the cell. */
export function rowElement(number: number, values: readonly SheetValue[], style: Style, shared: (text: string) => number | null): string {
  let cells = '';
  for (let index = 0; index < values.length; index++) {
    const given = values[index] as SheetValue;
    const { value, style: look } = isMarked(given) ? given : { value: given, style };
    const styled = look === STYLE.plain ? '' : ` s="${look}"`;
    if (value === null) {
      if (look === STYLE.header || look === STYLE.unread || look === STYLE.broken) cells += `<c r="${columnName(index)}${number}"${styled}/>`;
      continue;
    }
    const opening = `<c r="${columnName(index)}${number}"${styled}`;
    if (typeof value === 'number') {
      cells += `${opening}><v>${value}</v></c>`;
    } else {
      const place = shared(value);
      cells += place === null ? `${opening} t="inlineStr"><is>${textElement(value)}</is></c>` : `${opening} t="s"><v>${place}</v></c>`;
    }
  }
  return `<row r="${number}">${cells}</row>`;
}

const names: string[] = [];

/** `A` for 0, `Z` for 25, `AA` for 26. */
export function columnName(index: number): string {
  return (names[index] ??= (index >= 26 ? columnName(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26)));
}

/** `A1:C9` as `$A$1:$C$9`. */
function absolute(range: string): string {
  return range.replace(/[A-Z]+|\d+/g, '$$$&');
}

/** Characters a cell may hold. */
const MAX_TEXT = 32_767;

export function textElement(text: string): string {
  return `<t xml:space="preserve">${escape(text.length > MAX_TEXT ? text.slice(0, MAX_TEXT) : text)}</t>`;
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

/** Escapes for XML 1.0; what XML cannot hold becomes U+FFFD, a lone surrogate where the bytes are made. */
export function escape(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '\uFFFD')
    // Readers take `_x0041_` for an escape of their own (ECMA-376 part 1, 22.9.2.19).
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[&<>"']/g, (character) => ENTITIES[character]!);
}
