/** JUnit's XML, which every system of continuous integration shows: one test case a file. */
import { printableLines } from '../terminal/escape.ts';

export interface TestCase {
  name: string;
  /** What makes it fail: a short message, and the whole text. */
  failures: readonly { type: string; message: string; text: string }[];
  /** What is told without failing. */
  notes?: readonly string[];
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** What XML cannot hold is shown as it is on a terminal. */
function escape(text: string): string {
  return printableLines(text).replace(/[&<>"]/g, (character) => ENTITIES[character]!);
}

export function toJunit(suite: string, cases: readonly TestCase[]): string {
  const failed = cases.filter(({ failures }) => failures.length > 0).length;
  const counts = `tests="${cases.length}" failures="${failed}" errors="0"`;
  const body = cases.map(({ name, failures, notes = [] }) => {
    // A test case fails once: what else there is stands in its text.
    const failure = failures.length === 0 ? '' : `      <failure type="${escape(failures[0]!.type)}" message="${escape(failures[0]!.message)}">${escape(failures.map(({ text }) => text).join('\n'))}</failure>\n`;
    const output = notes.length === 0 ? '' : `      <system-out>${escape(notes.join('\n'))}</system-out>\n`;
    const opening = `    <testcase classname="${escape(suite)}" name="${escape(name)}" time="0"`;
    return failure === '' && output === '' ? `${opening}/>\n` : `${opening}>\n${failure}${output}    </testcase>\n`;
  }).join('');
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites ${counts}>\n  <testsuite name="${escape(suite)}" ${counts}>\n${body}  </testsuite>\n</testsuites>\n`;
}
