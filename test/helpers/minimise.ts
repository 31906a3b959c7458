/** A failing input made small: halves, quarters and so on are left out as long as it still fails. */

/** Attempts that a fault is worth. */
const MOST = 2000;

/** @param fails whether a smaller text fails in the same way */
export function minimised(text: string, fails: (smaller: string) => boolean): string {
  let attempts = 0;
  const shrink = (parts: string[], joint: string): string[] => {
    let kept = parts;
    for (let size = kept.length >> 1; size >= 1;) {
      let shrunk = false;
      for (let at = 0; at < kept.length && attempts < MOST;) {
        const smaller = [...kept.slice(0, at), ...kept.slice(at + size)];
        attempts++;
        if (fails(smaller.join(joint))) {
          kept = smaller;
          shrunk = true;
        } else at += size;
      }
      if (attempts >= MOST) break;
      if (!shrunk || size > 1) size >>= 1;
    }
    return kept;
  };
  const lines = shrink(text.split('\n'), '\n').join('\n');
  return shrink(Array.from(lines), '').join('');
}
