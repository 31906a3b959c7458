/** Aligns the text of a node with the source it was parsed from. */

export interface SourceRun {
  text: string;
  /** Offset in the source; `text` stands there as it is, but for a character reference it begins with. */
  source: number;
}

const REFERENCE = /&(?:#[xX]?[0-9a-fA-F]{1,10}|[a-zA-Z][a-zA-Z0-9]{1,40});?/y;

/** The value cut where the source goes on differently: at character references and at CR LF, which is parsed as LF. */
export function sourceRuns(value: string, source: string, start: number): SourceRun[] {
  if (source.startsWith(value, start)) return [{ text: value, source: start }];
  const runs: SourceRun[] = [];
  let from = 0;
  let fromSource = start;
  let at = start;
  const cut = (to: number): void => {
    if (to > from) runs.push({ text: value.slice(from, to), source: fromSource });
    from = to;
    fromSource = at;
  };
  for (let i = 0; i < value.length;) {
    if (source.charAt(at) === '\r' && value.charAt(i) === '\n') {
      cut(i);
      at += source.charAt(at + 1) === '\n' ? 2 : 1;
      i++;
      cut(i);
      continue;
    }
    REFERENCE.lastIndex = at;
    const reference = source.charAt(at) === '&' ? REFERENCE.exec(source) : null;
    if (reference === null || source.startsWith(value.slice(i, i + 2), at)) {
      at++;
      i++;
      continue;
    }
    cut(i);
    at += reference[0].length;
    i += value.codePointAt(i)! > 0xffff ? 2 : 1;
    cut(i);
  }
  cut(value.length);
  return runs;
}
