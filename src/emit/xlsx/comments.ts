/** Notes on cells (ECMA-376 part 1, 18.7): the texts in one part, and in another, in the older VML, the boxes that show them. */
import { columnName, MAIN, textElement, XML } from './markup.ts';

export interface Comment {
  /** Row from 1, column from 0. */
  row: number;
  column: number;
  text: string;
}

export function commentsPart(comments: readonly Comment[]): string {
  return (
    `${XML}<comments xmlns="${MAIN}"><authors><author>gov-report</author></authors><commentList>` +
    comments.map(({ row, column, text }) => `<comment ref="${columnName(column)}${row}" authorId="0"><text><r>${textElement(text)}</r></text></comment>`).join('') +
    '</commentList></comments>'
  );
}

/** Shapes that a block of numbers holds. */
const BLOCK = 1024;

/** Blocks of numbers that the boxes of so many comments take. */
export function blocksOf(comments: number): number {
  return Math.floor(comments / BLOCK) + 1;
}

/** @param block the first of its blocks, from 1; no two sheets may share one */
export function drawingPart(comments: readonly Comment[], block: number): string {
  const blocks = Array.from({ length: blocksOf(comments.length) }, (_, index) => block + index);
  return (
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">' +
    `<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="${blocks.join(',')}"/></o:shapelayout>` +
    '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/>' +
    '<v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>' +
    comments.map(({ row, column, text }, index) =>
      `<v:shape id="_x0000_s${block * BLOCK + index + 1}" type="#_x0000_t202" style="position:absolute;width:216pt;height:${heightOf(text)}pt;z-index:${index + 1};visibility:hidden" ` +
      'fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>' +
      '<v:textbox style="mso-direction-alt:auto"/><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>' +
      `<x:Anchor>${column + 1}, 12, ${Math.max(0, row - 2)}, 8, ${column + 4}, 12, ${row + 3}, 8</x:Anchor>` +
      `<x:AutoFill>False</x:AutoFill><x:Row>${row - 1}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`).join('') +
    '</xml>'
  );
}

/** Eighteen Chinese characters a line. */
function heightOf(text: string): number {
  return 18 * (1 + Math.min(10, Math.ceil(text.length / 18)));
}

/** Relations of a sheet to its comments. */
export function commentRelationsPart(part: number): string {
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  return (
    `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
    `<Relationship Id="rIdNotes" Type="${office}/comments" Target="../comments${part}.xml"/>` +
    `<Relationship Id="rIdBoxes" Type="${office}/vmlDrawing" Target="../drawings/vmlDrawing${part}.vml"/></Relationships>`
  );
}
