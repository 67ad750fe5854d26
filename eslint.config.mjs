import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { importDirections } from './lint/import-directions.mjs';

const root = dirname(fileURLToPath(import.meta.url));

/** style.md, rule 1. Blank lines and comments count in a file, as a reader scrolls past them. */
const SIZES = {
  'max-lines': ['error', { max: 150 }],
  'max-lines-per-function': ['error', { max: 70, skipBlankLines: true, skipComments: true }],
  complexity: ['error', 18],
  'max-params': ['error', 4],
};

const TYPED = {
  '@typescript-eslint/no-floating-promises': 'error',
  '@typescript-eslint/no-misused-promises': 'error',
  '@typescript-eslint/switch-exhaustiveness-check': 'error',
  '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
  '@typescript-eslint/return-await': ['error', 'in-try-catch'],
  // An async function without await is how a synchronous one fits an asynchronous interface.
  '@typescript-eslint/require-await': 'off',
  '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
  eqeqeq: 'error',
};

/** A test's doubles and JSON answers are loose on purpose; promises are not. */
const TESTS = {
  '@typescript-eslint/no-unsafe-assignment': 'off',
  '@typescript-eslint/no-unsafe-argument': 'off',
  '@typescript-eslint/no-unsafe-call': 'off',
  '@typescript-eslint/no-unsafe-member-access': 'off',
  '@typescript-eslint/no-unsafe-return': 'off',
  '@typescript-eslint/unbound-method': 'off',
};

export default defineConfig(
  globalIgnores([
    'dist/',
    'dist-bench/',
    'dist-faults/',
    'dist-docs/',
    'coverage/',
    'node_modules/',
    '.fleet-dev/',
    'examples/',
  ]),
  {
    files: ['{src,test,bench}/**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: root } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: TYPED,
  },
  {
    files: ['src/**/*.ts'],
    plugins: { house: { rules: { 'import-directions': importDirections } } },
    rules: {
      ...SIZES,
      'no-console': 'error',
      'house/import-directions': ['error', { src: join(root, 'src') }],
    },
  },
  { files: ['src/cli/**/*.ts'], rules: { 'no-console': 'off' } },
  { files: ['test/**/*.ts', 'bench/**/*.ts'], rules: TESTS },
  {
    files: ['**/*.{mjs,cjs}'],
    extends: [tseslint.configs.base],
    rules: {
      eqeqeq: 'error',
      '@typescript-eslint/no-unused-vars': 'error',
      'max-lines': ['error', { max: 160 }],
    },
  },
);
