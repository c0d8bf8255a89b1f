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

const TYPED = {
  '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
  '@typescript-eslint/no-import-type-side-effects': 'error',
  '@typescript-eslint/no-non-null-assertion': 'error',
  '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
  '@typescript-eslint/require-await': 'off',
  '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
  '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
};

const HOUSE = { 'house/floors': 'error', 'house/pure': 'error', 'house/no-cycles': 'error' };

export default defineConfig([
  { basePath: ROOT },
  globalIgnores(['node_modules', 'out', 'dist', 'test-results', 'tests/canary', 'tests/fixtures', 'assets']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  { rules: { ...SIZE, ...CARE } },
  {
    files: ['**/*.ts', '**/*.svelte'],
    extends: [ts.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: ROOT, extraFileExtensions: ['.svelte'] },
    },
    rules: TYPED,
  },
  svelte.configs.recommended,
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: {
      globals: globals.browser,
      parserOptions: { projectService: true, parser: ts.parser, extraFileExtensions: ['.svelte'] },
    },
    // The page takes no markup from data, ever.
    rules: { 'svelte/no-at-html-tags': 'error', 'svelte/require-each-key': 'error' },
  },
  {
    files: ['src-main/**/*.ts', 'src-renderer/**/*.ts', 'src-renderer/**/*.svelte'],
    plugins: { house },
    rules: HOUSE,
  },
  { files: ['src-renderer/**/*.ts'], languageOptions: { globals: globals.browser } },
  {
    files: ['tests/**/*.ts'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      // Bench modules and planted faults print and branch as they need.
      'no-console': 'off',
    },
  },
  { files: ['**/*.mjs', '**/*.cjs', '.config/electron-loader/*.js'], languageOptions: { globals: globals.node } },
  prettier,
  svelte.configs.prettier,
]);
