// Lint as policy. Three kinds of rule stand here, and nothing for taste:
//  1. mistakes that types can show (a promise nobody waits for, a switch that forgets a case);
//  2. the rules of the house: length of files, who may import type-graphql, who may read process.env;
//  3. imports between rooms are not here but in .dependency-cruiser.cjs, names and sizes of folders
//     in test/guards/layout.ts.
// Every rule of the second kind has a bite test in test/guards/lint.test.ts.
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

const TYPE_GRAPHQL = {
  group: ['type-graphql', 'type-graphql/**'],
  message: 'Only *.entity.ts, *.graphql.ts, *.resolvers.ts and platform/graphql may import type-graphql.',
};
const PROCESS_ENV = {
  group: ['node:process', 'process'],
  importNames: ['env'],
  message: 'Configuration is read in src/platform/config only: take it from there.',
};

/** ESLint replaces a rule's options instead of adding to them, so each place names its whole list. */
const restrictedImports = (...patterns) => ({ 'no-restricted-imports': ['error', { patterns }] });

const ENV_READERS = ['src/platform/config/**', 'seeds/**', 'test/**', '**/*.config.{ts,js}', 'codegen.ts'];
const SCHEMA_WRITERS = [
  'src/**/*.entity.ts',
  'src/**/*.graphql.ts',
  'src/**/*.resolvers.ts',
  'src/platform/graphql/**',
  'test/**',
];

export default defineConfig(
  {
    ignores: [
      'dist/**',
      'dist-client/**',
      'coverage/**',
      '.data/**',
      '**/generated/**', // written by codegen: judged by the tests that compare it with its source
      'test/bench/postgraphile/**', // a project of its own
    ],
  },
  {
    // A comment may switch one rule off for one line, with its reason, but never a rule of the house:
    // test/guards/switched-off.ts. What it no longer needs to switch off, it may no longer say.
    linterOptions: { reportUnusedDisableDirectives: 'error' },
  },
  {
    files: ['**/*.{ts,js,cjs}'],
    plugins: { '@typescript-eslint': tseslint.plugin },
    languageOptions: { parser: tseslint.parser, ecmaVersion: 2024, sourceType: 'module' },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-cond-assign': 'error',
      'no-constant-condition': 'error',
      'no-constant-binary-expression': 'error',
      'no-debugger': 'error',
      'no-dupe-else-if': 'error',
      'no-duplicate-case': 'error',
      'no-empty': 'error',
      'no-fallthrough': 'error',
      'no-loss-of-precision': 'error',
      'no-self-assign': 'error',
      'no-self-compare': 'error',
      'no-template-curly-in-string': 'error',
      'no-unmodified-loop-condition': 'error',
      'no-unsafe-finally': 'error',
      'no-unsafe-optional-chaining': 'error',
      'no-unused-private-class-members': 'error',
      'no-useless-backreference': 'error',
      'no-useless-escape': 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      radix: 'error',
      'use-isnan': 'error',
      'valid-typeof': 'error',
    },
  },
  {
    files: ['**/*.ts'],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': 'allow-with-description' }],
      '@typescript-eslint/consistent-type-exports': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-array-delete': 'error',
      '@typescript-eslint/no-base-to-string': 'error',
      '@typescript-eslint/no-duplicate-type-constituents': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-extra-non-null-assertion': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-for-in-array': 'error',
      '@typescript-eslint/no-implied-eval': 'error',
      '@typescript-eslint/no-misused-new': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/no-non-null-asserted-optional-chain': 'error',
      '@typescript-eslint/no-require-imports': 'error',
      // The compiler already names unused variables (noUnusedLocals, noUnusedParameters).
      '@typescript-eslint/no-unused-expressions': 'error',
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/prefer-promise-reject-errors': 'error',
      // Inside try, a promise returned without await escapes its catch.
      '@typescript-eslint/return-await': ['error', 'error-handling-correctness-only'],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: false },
      ],
    },
  },

  // The rules of the house (ARCHITECTURE: rooms of src/).
  {
    files: ['**/*.{ts,js,cjs}'],
    rules: { 'max-lines': ['error', { max: 300, skipBlankLines: false, skipComments: false }] },
  },
  {
    // A migration is written once and never edited: its length says nothing.
    files: ['src/migrations/**'],
    rules: { 'no-useless-escape': 'off', 'max-lines': 'off' },
  },
  {
    files: ['**/*.ts'],
    ignores: ENV_READERS,
    rules: {
      'no-restricted-properties': ['error', { object: 'process', property: 'env', message: PROCESS_ENV.message }],
    },
  },
  { files: ['**/*.ts'], rules: restrictedImports(TYPE_GRAPHQL, PROCESS_ENV) },
  { files: SCHEMA_WRITERS, rules: restrictedImports(PROCESS_ENV) },
  { files: ENV_READERS, rules: restrictedImports(TYPE_GRAPHQL) },
  { files: ['test/**'], rules: { 'no-restricted-imports': 'off' } }, // tests build small schemas and processes
  {
    // The hub speaks through its log. Only what a person starts by hand prints: main and the tasks.
    files: ['src/**/*.ts'],
    ignores: ['src/main.ts', 'src/tasks/**', 'src/migrations/**'],
    rules: { 'no-console': 'error' },
  },
);
