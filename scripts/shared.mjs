// Reads the samples of ../shared from the sources, without a build, and prints each cell that is not right.
//   npm run shared -- [FILTER] [--totals]
//   FILTER     part of CORPUS/FILE, such as cases/2019-00, .pdf-raw. or probes/md
//   --totals   the figures alone
// null told: a finding names the cell; open: the truth allows null; wrong silent: a wrong number that no finding names.
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { fromSource } from './from-source.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const { values, positionals } = parseArgs({ allowPositionals: true, options: { totals: { type: 'boolean' } } });
const { listShared } = await fromSource('test/shared/listing.ts');
await listShared(positionals[0] ?? '', (text) => {
  if (!values.totals || text.startsWith('\n') || text.includes('SKIPPED')) console.log(text);
});
