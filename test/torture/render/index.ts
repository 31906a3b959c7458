/** Every layout, by name. */
import { CODE } from './code.ts';
import { DELIMITED } from './delimited.ts';
import { DRAWN } from './drawn.ts';
import { HTML } from './html.ts';
import type { Layout } from './layout.ts';
import { LINES } from './lines.ts';

export const LAYOUTS: readonly Layout[] = [...DELIMITED, ...LINES, ...DRAWN, ...HTML, ...CODE];
export type { Layout };
