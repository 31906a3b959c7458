/** Small PDF files for tests: pages of drawing operators with one Latin font. */

const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1');

/** @param pages content streams; A4 upright, origin bottom left */
export function makePdf(pages: readonly string[]): Uint8Array {
  const kids = pages.map((_, index) => `${4 + 2 * index} 0 R`).join(' ');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...pages.flatMap((content, index) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> /Contents ${5 + 2 * index} 0 R >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    ]),
  ];
  const offsets: number[] = [];
  let file = '%PDF-1.4\n';
  objects.forEach((object, index) => {
    offsets.push(file.length);
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
  });
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  return latin1(`${file}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`);
}

/** Text at a place. */
export function show(text: string, x: number, y: number, size = 10): string {
  return `BT /F ${size} Tf ${x} ${y} Td (${text}) Tj ET\n`;
}

export type Pen = 'stroke' | 'fill' | 'white';

/** A line of half a point, stroked or as a thin rectangle. */
export function rule(x1: number, y1: number, x2: number, y2: number, pen: Pen = 'stroke'): string {
  if (pen === 'fill') return `${x1 - 0.25} ${y1 - 0.25} ${x2 - x1 + 0.5} ${y2 - y1 + 0.5} re f\n`;
  return `q 0.5 w ${pen === 'white' ? '1 1 1 RG ' : ''}${x1} ${y1} m ${x2} ${y2} l S Q\n`;
}

/** A ruled table; `rows` from the top, columns at `xs`, rows of equal height. `null` joins a cell to the one at its left. */
export function table(rows: readonly (readonly (string | null)[])[], xs: readonly number[], top: number, options: { height?: number; pen?: Pen; sides?: boolean } = {}): string {
  const { height = 24, pen = 'stroke', sides = true } = options;
  const bottom = top - rows.length * height;
  let content = '';
  for (let row = 0; row <= rows.length; row++) content += rule(xs[0]!, top - row * height, xs.at(-1)!, top - row * height, pen);
  rows.forEach((cells, row) => {
    const [upper, lower] = [top - row * height, top - (row + 1) * height];
    cells.forEach((cell, column) => {
      if (cell !== null && (sides || column > 0)) content += rule(xs[column]!, lower, xs[column]!, upper, pen);
      if (cell !== null && cell !== '') content += show(cell, xs[column]! + 4, lower + 8);
    });
  });
  return sides ? content + rule(xs.at(-1)!, bottom, xs.at(-1)!, top, pen) : content;
}
