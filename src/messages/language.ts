/** The two languages that the program speaks. */
export type Language = 'en' | 'zh';

export const LANGUAGES = ['en', 'zh'] as const satisfies readonly Language[];

/**
 * Chinese where the locale is, English elsewhere. What the environment says counts (`LC_ALL`, `LC_MESSAGES`, `LANG`), unless it
 * names no language; then the system, as `Intl` knows it: Windows sets no variable. Rules of plurals are asked, for formats of dates load
 * data that take longer than the rest of a start.
 */
export function languageOf(environment: Record<string, string | undefined>, system: string = new Intl.PluralRules().resolvedOptions().locale): Language {
  const named = [environment['LC_ALL'], environment['LC_MESSAGES'], environment['LANG']].find((value) => value !== undefined && value !== '');
  const locale = named === undefined || /^(?:C|POSIX)\b/.test(named) ? system : named;
  return /^zh\b|^zh_/i.test(locale) ? 'zh' : 'en';
}
