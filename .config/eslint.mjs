import { fileURLToPath } from 'node:url';
import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import svelte from 'eslint-plugin-svelte';
import { defineConfig, globalIgnores } from 'eslint/config';
import globals from 'globals';
import ts from 'typescript-eslint';
import { house } from './house.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Small functions in small files: numbers that only a real exception should pass. */
const SIZE = {
  'max-lines': ['error', { max: 350 }],
  'max-depth': ['error', 4],
  'max-params': ['error', 6],
  // A switch over the kinds of a thing is one decision.
  complexity: ['error', { max: 20, variant: 'modified' }],
};

const CARE = {
  eqeqeq: 'error',
  // Ideographic spaces stand in agreements, and so in what reads them.
  'no-irregular-whitespace': [
    'error',
    { skipStrings: true, skipTemplates: true, skipRegExps: true, skipComments: true },
  ],
  'no-console': 'error',
  'no-else-return': 'error',
  'no-implicit-coercion': 'error',
  'no-param-reassign': 'error',
  'no-unused-expressions': 'error',
  'no-useless-rename': 'error',
  'no-var': 'error',
  'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'hack'] }],
  'object-shorthand': 'error',
  'prefer-const': 'error',
  'prefer-template': 'error',
};

const UNTYPED = {
  '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
  '@typescript-eslint/no-import-type-side-effects': 'error',
  '@typescript-eslint/no-non-null-assertion': 'error',
  '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
};

const HOUSE = {
  'house/floors': 'error',
  'house/pure': 'error',
  'house/no-cycles': 'error',
  'house/one-ledger-writer': 'error',
  'house/parsed-json': 'error',
};

export default defineConfig([
  { basePath: ROOT },
  globalIgnores([
    'node_modules',
    'out',
    'dist',
    'test-results',
    'tests/canary',
    'tests/fixtures',
    'assets/messages/catalogue.ts',
  ]),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  { rules: { ...SIZE, ...CARE } },
  {
    files: ['**/*.ts'],
    // What needs to know types is oxlint's work (oxlint.json): the same rules, in a sixth of the time.
    extends: [ts.configs.recommended],
    rules: UNTYPED,
  },
  svelte.configs.recommended,
  {
    // Types in components are svelte-check's work; asking for them here as well takes longer than all the rest.
    files: ['**/*.svelte'],
    extends: [ts.configs.recommended],
    languageOptions: { globals: globals.browser, parserOptions: { parser: ts.parser } },
    rules: {
      ...UNTYPED,
      // The page takes no markup from data, ever.
      'svelte/no-at-html-tags': 'error',
      'svelte/require-each-key': 'error',
      // What the compiler warns of is svelte-check's work too.
      'svelte/no-unused-svelte-ignore': 'off',
      'prefer-const': 'off',
      'svelte/prefer-const': ['error', { destructuring: 'all', excludedRunes: ['$props', '$bindable'] }],
    },
  },
  {
    files: ['**/*.svelte.ts'],
    languageOptions: { globals: globals.browser, parserOptions: { parser: ts.parser } },
    // A map that nothing on the screen reads may stay a plain one.
    rules: { 'svelte/prefer-svelte-reactivity': 'off' },
  },
  {
    files: ['src-main/**/*.ts', 'src-renderer/**/*.ts', 'src-renderer/**/*.svelte'],
    plugins: { house },
    rules: HOUSE,
  },
  { files: ['tests/e2e/**/*.ts'], plugins: { house }, rules: { 'house/found-by-key': 'error' } },
  {
    // A function of the page does one thing; what it holds in closures is counted.
    files: ['src-renderer/**/*.ts', 'src-renderer/**/*.svelte'],
    plugins: { house },
    rules: {
      'max-lines-per-function': ['error', { max: 60 }],
      'house/plain-markup': 'error',
      'house/short-scripts': 'error',
    },
  },
  { files: ['src-renderer/**/*.ts'], languageOptions: { globals: globals.browser } },
  {
    files: ['tests/**/*.ts'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      // Bench modules and planted faults print and branch as they need.
      'no-console': 'off',
    },
  },
  {
    files: ['**/*.mjs', '**/*.cjs', '.config/stand-in/electron-loader/*.js'],
    languageOptions: { globals: globals.node },
    rules: { 'no-console': 'off' },
  },
  prettier,
  svelte.configs.prettier,
]);
