import fc from 'fast-check';
import { parse, parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import { expect, test } from 'vitest';
import { documentOf, embeddable, escapeHtml } from '../../src/page/html.ts';

const HOSTILE = ['</script>', '<!--', '<script', '</style>', '"', "'", '&', '<img src=x onerror=alert(1)>', '\u2028', '\0', '\u001b[31m', ']]>', '${'];

test('a script between its tags ends where it ends and says what it said', () => {
  fc.assert(fc.property(fc.array(fc.oneof(fc.constantFrom(...HOSTILE), fc.string()), { maxLength: 8 }), (parts) => {
    const text = parts.join('').replaceAll('\r', '');
    const script = embeddable(`globalThis.told = ${JSON.stringify(text)}`);
    const nodes = parseFragment(`<script>${script.replaceAll('\0', '')}</script><p>after</p>`).childNodes;
    expect(nodes.map(({ nodeName }) => nodeName)).toEqual(['script', 'p']);
    // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call
    expect(Function(script.replace('globalThis.told =', 'return'))()).toBe(text);
  }), { numRuns: 200 });
});

test('a title is text whatever it is; the policy allows the two assets and nothing else', () => {
  const title = HOSTILE.join('');
  const page = [...documentOf({ title, language: 'zh', script: { text: 'start()', digest: 'AAAA' }, style: { text: 'p{}', digest: 'BBBB' } }, [{ name: 'data-page', data: 'e30=' }])].join('');
  const html = parse(page).childNodes.find((node) => node.nodeName === 'html') as DefaultTreeAdapterTypes.Element;
  const [head, body] = html.childNodes.filter((node): node is DefaultTreeAdapterTypes.Element => 'tagName' in node);
  expect(head!.childNodes.map(({ nodeName }) => nodeName).filter((name) => name !== '#text')).toEqual(['meta', 'meta', 'meta', 'meta', 'meta', 'title', 'style']);
  expect(body!.childNodes.map(({ nodeName }) => nodeName).filter((name) => name !== '#text')).toEqual(['div', 'noscript', 'script', 'script']);
  expect(page).toContain(`content="default-src 'none'; script-src 'sha256-AAAA'; style-src 'sha256-BBBB'; base-uri 'none'; form-action 'none'"`);
  expect(escapeHtml('a\u0000b')).toBe('a\uFFFDb');
});
