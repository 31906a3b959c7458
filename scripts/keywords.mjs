// Writes src/lexicon/keyword-graph.ts from the words of src/lexicon/keywords.ts.
import { writeFileSync } from 'node:fs';
import { fromSource } from './from-source.mjs';

const { keywordGraphText } = await fromSource('src/lexicon/pack-words.ts');
writeFileSync(new URL('../src/lexicon/keyword-graph.ts', import.meta.url), keywordGraphText());
