/** Parts of WordprocessingML read by pattern: elements, attributes and values, without a tree. */

/** The elements of that name, in order; none within one of its own kind. Stops at one that is not closed. */
export function* elements(xml: string, name: string): Generator<{ attributes: string; body: string; from: number; to: number }, undefined> {
  const close = `</${name}>`;
  for (let at = xml.indexOf(`<${name}`); at !== -1; at = xml.indexOf(`<${name}`, at + 1)) {
    const after = xml.charAt(at + name.length + 1);
    if (after !== '>' && !/\s/.test(after)) continue;
    const open = xml.indexOf('>', at);
    const end = open === -1 ? -1 : xml.indexOf(close, open);
    if (end === -1) return;
    if (xml.charAt(open - 1) === '/') continue;
    yield { attributes: xml.slice(at + name.length + 1, open), body: xml.slice(open + 1, end), from: at, to: end + close.length };
    at = end;
  }
}

/**
 * Offset behind properties that begin at `from`, those from before a revision (`w:pPrChange`) included, which hold an element of the
 * same name; `null` where they are not closed.
 */
export function endOfProperties(xml: string, from: number, name: string): number | null {
  const closing = `</${name}>`;
  const close = xml.indexOf(closing, from);
  if (close === -1) return null;
  const change = xml.slice(from, close).lastIndexOf(`<${name}Change`);
  if (change === -1) return close + closing.length;
  const after = xml.indexOf(`</${name}Change>`, from + change);
  const outer = after === -1 ? -1 : xml.indexOf(closing, after);
  return outer === -1 ? null : outer + closing.length;
}

/** The value of an attribute, `null` where it is not given. */
export function attribute(attributes: string, name: string): string | null {
  return new RegExp(`\\s${name}="([^"]{0,300})"`).exec(attributes)?.[1] ?? null;
}

/** The `w:val` of the first element of that name. */
export function value(xml: string, name: string): string | null {
  return new RegExp(`<${name}\\s[^>]{0,300}?w:val="([^"]{0,300})"`).exec(` ${xml}`)?.[1] ?? null;
}

/** Whether a property that is on or off (`w:strike`) is on; `null` where the properties do not name it. */
export function flag(properties: string, name: string): boolean | null {
  const found = new RegExp(`<${name}(?:\\s[^>]{0,300})?/?>`).exec(properties)?.[0];
  if (found === undefined) return null;
  return !/\sw:val="(?:0|false|off|none)"/.test(found);
}

/** Text as it stands between tags. */
export function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}

/** Undoes {@link escape}, in attributes too. */
export function unescape(text: string): string {
  return text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&amp;/g, '&');
}
