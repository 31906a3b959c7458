import { checkSeries } from '../../check/series.ts';
import type { CheckedReport } from '../../check/check.ts';
import { BLOCKS, type PageData, type ReportData, type Unread } from '../../page/data.ts';
import { gather, linkEntries, type Gathered } from '../../page/entry.ts';
import type { Finding } from '../../schema/report.ts';
import { parseAll } from '../work/dispatch.ts';
import { EXIT, worse, type ExitCode } from '../exit.ts';
import { select, type Selection } from '../input/inputs.ts';
import { languageOfUser, say, type Io } from '../terminal/io.ts';
import type { ReadingOptions } from '../commands/options.ts';
import { Progress } from '../terminal/progress.ts';
import { sayFailure } from '../terminal/trouble.ts';
import { withoutOwnPages } from './report/inputs.ts';
import { pageFiles, packed, type PackedReport } from './report/pages.ts';
import { placeFor, writeFiles } from './report/place.ts';
import { told } from './report/told.ts';

export interface ReportOptions extends ReadingOptions {
  output: string;
  quiet?: boolean;
}

/** More reports than this become a folder: a browser takes long to read a larger file. */
const ONE_FILE = 300;

/** Writes the page of what was selected, or an empty workbench; returns the exit code. */
export async function report(io: Io, paths: string[], options: ReportOptions, version: string): Promise<ExitCode> {
  const language = languageOfUser(io);
  const page: PageData = { kind: 'index', version, language, pages: false, entries: [], unread: [] };
  if (paths.length === 0 && options.filesFrom === undefined) {
    const place = placeFor(options.output, false, []);
    await writeFiles(place, pageFiles({ ...page, kind: 'workbench' }, []));
    if (options.quiet !== true) say(io, `gov-report: ${told({ reports: null, unread: 0, open: place.open, folderBeyond: null }, language)}`);
    return EXIT.done;
  }
  const selection = withoutOwnPages(await select(io, paths, options.filesFrom), paths);
  // What cannot be written is told before hours of reading, as far as it can be known.
  placeFor(options.output, false, selection.paths);
  const { reports, entries, unread, code } = await read(io, selection, options);
  const folder = entries.length > ONE_FILE;
  const place = placeFor(options.output, folder, selection.paths);
  await writeFiles(place, pageFiles({ ...page, pages: place.folder !== null, entries, unread }, reports));
  if (options.quiet !== true) {
    const folderBeyond = folder && place.asked !== 'folder' ? ONE_FILE : null;
    say(io, `gov-report: ${told({ reports: entries.length, unread: unread.length, open: place.open, folderBeyond }, language)}`);
  }
  return code;
}

interface Read extends Pick<PageData, 'entries'> {
  reports: PackedReport[];
  unread: Unread[];
  code: ExitCode;
}

/** Reads everything, keeping of each report what the index and its neighbours need, and the rest packed. */
async function read(io: Io, selection: Selection, options: ReportOptions): Promise<Read> {
  const progress = new Progress(io, selection.paths.length, options.quiet === true);
  const unread: Unread[] = [];
  const gathered: Gathered[] = [];
  const packs: string[] = [];
  const checked: CheckedReport[] = [];
  let code: ExitCode = EXIT.done;
  try {
    for await (const outcome of parseAll(io, selection, options)) {
      progress.step(!('report' in outcome));
      if (!('report' in outcome)) {
        progress.clear();
        code = worse(code, sayFailure(io, outcome));
        unread.push({ path: outcome.path, error: 'error' in outcome ? outcome.error : 'internal error' });
        continue;
      }
      const { path, report: parsed, text } = outcome;
      gathered.push(gather(parsed, gathered.length, path));
      packs.push(packed({ report: parsed, text } satisfies ReportData));
      checked.push({ ...parsed, source: { ...parsed.source, path }, sections: [], facts: [] });
    }
  } finally {
    progress.end();
  }
  const series = new Map<number, Finding[]>();
  for (const { report: index, finding } of checkSeries(checked)) series.set(index, [...series.get(index) ?? [], finding]);
  const linked = linkEntries(gathered, series);
  const reports = linked.map(({ entry, context }, id): PackedReport => ({
    entry,
    blocks: [{ name: BLOCKS.report(id), data: packs[id]! }, { name: BLOCKS.context(id), data: packed(context) }],
  }));
  return { reports, entries: linked.map(({ entry }) => entry), unread, code };
}
