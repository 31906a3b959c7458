import { readdirSync } from 'node:fs';
import { createNodeResolver, importX } from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';

/** What every stage may use. */
const SHARED = ['text', 'lexicon', 'findings', 'schema'];

/** Rooms of src -> the rooms they may import, types included; a room that is not listed may import any. */
const ARROWS = {
  text: ['lexicon', 'schema'],
  lexicon: ['text', 'schema'],
  findings: ['schema'],
  forms: ['lexicon', 'findings', 'schema'],
  schema: ['forms', 'findings', 'lexicon'],
  messages: ['check', 'forms', 'schema'],
  decode: SHARED,
  read: [...SHARED, 'decode'],
  grid: SHARED,
  align: [...SHARED, 'forms', 'grid'],
  settle: [...SHARED, 'forms', 'align'],
  ledger: [...SHARED, 'forms', 'align'],
  // Labels of the form tell which rows of a local table are its own.
  local: [...SHARED, 'forms', 'grid', 'align'],
  detect: [...SHARED, 'forms'],
  outline: [...SHARED, 'forms'],
  metadata: SHARED,
  facts: SHARED,
  kind: SHARED,
  check: [...SHARED, 'forms'],
  series: [...SHARED, 'forms'],
  emit: [...SHARED, 'forms', 'messages', 'series'],
  page: [...SHARED, 'forms', 'messages', 'series', 'emit', 'check', 'decode', 'read', 'pipeline.ts'],
};

const ROOMS = readdirSync(new URL('src', import.meta.url));
const zones = Object.entries(ARROWS).map(([room, allowed]) => ({
  target: `./src/${room}`,
  from: ROOMS.filter((one) => one !== room && !allowed.includes(one)).map((one) => `./src/${one}`),
  message: `src/${room} may import ${allowed.join(', ')}: see ARROWS in eslint.config.js`,
}));

/** Rooms whose lines are 120 columns already, but for the few that are counted. */
const NARROW = ['text', 'read', 'grid', 'schema', 'decode', 'outline', 'metadata', 'forms'];
const length = (code) => ['error', { code, ignoreStrings: true, ignoreTemplateLiterals: true, ignoreRegExpLiterals: true }];

/**
 * What is over a bound stands in eslint-suppressions.json, file by file with its number: a floor, only ever to be lowered.
 * `npm run lint:floors` takes out what no longer is.
 */
export default tseslint.config(
  { ignores: ['dist', 'node_modules', 'fixtures', 'coverage'] },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unnecessary-condition': ['error', { allowConstantLoopConditions: true }],
    },
  },
  {
    files: ['src/**/*.ts', 'src/**/*.tsx'],
    plugins: { 'import-x': importX },
    settings: {
      'import-x/resolver-next': [createNodeResolver({ extensions: ['.ts', '.tsx'] })],
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts', '.tsx'] },
    },
    rules: {
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      'import-x/no-restricted-paths': ['error', { basePath: import.meta.dirname, zones }],
      complexity: ['error', 20],
      'max-lines-per-function': ['error', 60],
      'max-len': length(160),
    },
  },
  { files: NARROW.map((room) => `src/${room}/**/*.ts`), rules: { 'max-len': length(120) } },
  { files: ['**/*.js', '**/*.mjs'], ...tseslint.configs.disableTypeChecked },
);
