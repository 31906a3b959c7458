// The faults that are tolerated in the samples of ../shared, file by file (test/shared/floors).
//   npm run floors                                   lowers the numbers to what is read now, takes in new files
//   npm run floors -- --accept-regression FILE …     lets the numbers of these files rise
//   npm run floors -- --list                         prints the list
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { fromSource } from './from-source.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const { values } = parseArgs({
  options: { list: { type: 'boolean' }, 'accept-regression': { type: 'string', multiple: true } },
});
const { listFloors, writeAllFloors } = await fromSource('test/shared/list.ts');
if (values.list) {
  console.log(listFloors().join('\n'));
} else {
  const { lines, refused } = await writeAllFloors(values['accept-regression'] ?? []);
  console.log(lines.join('\n'));
  if (refused) process.exitCode = 1;
}
