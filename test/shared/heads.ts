/** Heads of real pages: year, agency, title, family of the era and headings, as `heads/score.py` counts them. */
import type { Report, Section } from '../../src/schema/report.ts';
import type { Fault, FaultKind } from './fault.ts';
import { plain } from './score.ts';

export interface HeadTruth {
  file: string;
  year?: number | null;
  org?: string | string[] | null;
  title?: string;
  era?: string;
  headings?: string[];
}

const SIX = ['2019', '2021'];
const ERAS = [...SIX, 'narrative', 'statistics', 'stat-table'];

const squeezed = (text: string | null | undefined): string =>
  String(plain(text ?? '')).replace(/^[。：]+|[。：]+$/g, '');
const bare = (text: string): string =>
  squeezed(text).replace(
    /^(?:第?[一二三四五六七八九十]+[、.．章部分]*|[（(][一二三四五六七八九十]+[)）]|\d+[、.．])/,
    '',
  );

function titles(sections: readonly Section[]): string[] {
  return sections.flatMap(({ title, children }) => [bare(title), ...titles(children)]);
}

export function headFaults({ metadata, template, sections }: Report, truth: HeadTruth): Fault[] {
  const list: Fault[] = [];
  const hold = (
    kind: FaultKind,
    what: string,
    found: string | number | null,
    wanted: readonly (string | number | null)[],
  ): void => {
    if (!wanted.includes(found))
      list.push({ kinds: [kind], text: `${what} ${JSON.stringify(found)}, wanted ${JSON.stringify(wanted)}` });
  };
  const any = (text: string | string[]): string[] => (Array.isArray(text) ? text : [text]).map(squeezed);
  hold('metadata', 'year', metadata.year, [truth.year ?? null]);
  if (truth.org != null && truth.org.length > 0) hold('metadata', 'agency', squeezed(metadata.agency), any(truth.org));
  else hold('metadata', 'agency', metadata.agency, [null]);
  if (truth.title !== undefined) hold('metadata', 'title', squeezed(metadata.title), any(truth.title));
  if (ERAS.includes(truth.era ?? '') && (truth.headings?.length ?? 0) > 0) {
    const family = (era: string): string => (SIX.includes(era) ? 'six sections' : 'older');
    hold('era', 'family', family(template.era), [family(truth.era!)]);
  }
  const have = new Set(titles(sections));
  for (const heading of truth.headings ?? []) {
    if (!have.has(bare(heading))) list.push({ kinds: ['headings'], text: `no heading ${heading}` });
  }
  return list;
}
