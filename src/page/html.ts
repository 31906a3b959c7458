/** The document around a page's data, script and style. */
import type { Language } from './data.ts';

/** A script or style: its text in the page with the digest that its policy names, or the address of a file beside it. */
export type Asset = { text: string; digest: string } | { href: string };

export interface Block {
  name: string;
  /** Base64 of raw DEFLATE over JSON. */
  data: string;
}

export interface DocumentParts {
  title: string;
  language: Language;
  script: Asset;
  style: Asset;
}

const HEAD_OF_SCRIPT = /<(?=\/script|!--|script)/gi;

/** A script as it can stand between its tags: no end tag and no start of a comment in it. */
export function embeddable(script: string): string {
  return script.replace(HEAD_OF_SCRIPT, '\\x3c');
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text in markup. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character]!).replace(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/g, '\uFFFD');
}

/** Nothing is loaded but the two assets; nothing is sent. Digests name the text of the assets, so that no other script runs. */
function policy(script: Asset, style: Asset): string {
  const source = (asset: Asset): string => ('digest' in asset ? `'sha256-${asset.digest}'` : "'self' file:");
  return `default-src 'none'; script-src ${source(script)}; style-src ${source(style)}; base-uri 'none'; form-action 'none'`;
}

/** Marks a page as one of ours. */
export const GENERATOR = '<meta name="generator" content="gov-report">';

const NOSCRIPT: Readonly<Record<Language, string>> = {
  zh: '此页需要启用 JavaScript 才能显示报告。数据都在本页之内，不访问网络。',
  en: 'This page needs JavaScript to show the reports. All its data is in the page; it uses no network.',
};

/** Yields a page piece by piece: its head, its blocks, its end. */
export function* documentOf({ title, language, script, style }: DocumentParts, blocks: Iterable<Block>): Generator<string> {
  yield [
    '<!doctype html>', `<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">`, '<head>', '<meta charset="utf-8">', GENERATOR,
    `<meta http-equiv="Content-Security-Policy" content="${policy(script, style)}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">', '<meta name="referrer" content="no-referrer">',
    `<title>${escapeHtml(title)}</title>`,
    'href' in style ? `<link rel="stylesheet" href="${escapeHtml(style.href)}">` : `<style>${style.text}</style>`,
    '</head>', '<body>', '<div id="app"></div>', `<noscript>${NOSCRIPT[language]}</noscript>`, '',
  ].join('\n');
  for (const { name, data } of blocks) yield `<script type="text/plain" id="${name}">${data}</script>\n`;
  yield 'href' in script ? `<script src="${escapeHtml(script.href)}"></script>\n` : `<script>${script.text}</script>\n`;
  yield '</body>\n</html>\n';
}

