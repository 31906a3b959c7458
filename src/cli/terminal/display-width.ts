/** Places that a text takes on a terminal: two for a Chinese or full-width character, none for a combining one. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const char of text) {
    if (/^[\p{Mn}\p{Cf}]$/u.test(char)) continue;
    const code = char.codePointAt(0)!;
    width += code >= 0x1100 && /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff01-\uff60\uffe0-\uffe6]$/u.test(char) ? 2 : 1;
  }
  return width;
}
