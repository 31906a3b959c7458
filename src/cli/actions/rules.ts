import { rulesOf } from '../../check/catalogue.ts';
import { CATALOGUE } from '../../findings/catalogue.ts';
import type { FindingKind } from '../../findings/finding.ts';
import { paintFor, widthOf } from '../terminal/colour.ts';
import { UsageError } from '../exit.ts';
import { languageOfUser, write, type Io } from '../terminal/io.ts';
import { wrap } from '../render/excerpt.ts';
import { ORIGIN_WORDS, SEVERITY_WORDS, WORDS, type Language } from '../render/words.ts';

/** Prints the catalogue, or what is known of one code or group. */
export async function rules(io: Io, code: string | undefined, options: { format: string }): Promise<void> {
  const rules = rulesOf();
  const wanted = Object.entries(CATALOGUE as Record<string, FindingKind>).filter(([name]) => code === undefined || name === code || name.startsWith(`${code}/`));
  if (wanted.length === 0) throw new UsageError(`no code '${code!}' (gov-report rules lists them)`);
  const entries = wanted.map(([name, kind]) => {
    const rule = rules.get(name);
    return { code: name, severity: kind.severity, origin: kind.origin, eras: rule?.eras ?? null, formula: rule?.formula ?? null, en: kind.en, zh: kind.zh, why: kind.why };
  });
  await write(io.stdout, options.format === 'json' ? JSON.stringify(entries, null, 2) + '\n' : render(io, entries, languageOfUser(io)));
}

interface RuleLine {
  code: string;
  severity: FindingKind['severity'];
  origin: FindingKind['origin'];
  eras: readonly string[] | null;
  formula: string | null;
  en: string;
  zh: string;
  why: string;
}

function render(io: Io, entries: readonly RuleLine[], language: Language): string {
  const paint = paintFor(io, process.env);
  const width = widthOf(io);
  const words = WORDS[language];
  return entries.map((entry) => {
    const eras = entry.eras === null ? '' : `  ${entry.eras.join(', ')}`;
    const body = [
      ...(entry.formula === null ? [] : [`${words.rule}: ${entry.formula}`]),
      `${words.sentence}: ${entry[language]}`,
      `${words.why}: ${entry.why}`,
    ].flatMap((text) => wrap(text, width - 4)).map((line) => `    ${line}\n`).join('');
    return `${paint.strong(entry.code)}  ${paint.severity(entry.severity, SEVERITY_WORDS[language][entry.severity])}${paint.faint(`  ${ORIGIN_WORDS[language][entry.origin]}${eras}`)}\n${body}`;
  }).join('\n');
}
