// Longer than other modules: one list, of the rules of every room.
import { builtinModules } from 'node:module';

import comments from '@eslint-community/eslint-plugin-eslint-comments/configs';
import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import astro from 'eslint-plugin-astro';
import boundaries from 'eslint-plugin-boundaries';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

import { ROOMS } from './tests/dev/rooms.ts';

const NODE = `(?:node:.*|${builtinModules.join('|')})`;
/** Forbids imports of packages, types too; `names` is a regular expression. */
const forbid = (names, message) => ['error', { patterns: [{ regex: `^(?:${names})$`, message }] }];

const RESTRICTED_SYNTAX = [
  { selector: 'ExportAllDeclaration', message: 'Import files, not barrels.' },
  { selector: 'ImportSpecifier[imported.name="unsafeHTML"]', message: 'unsafeHTML is not used here.' },
];
const NO_TIME_ZONE = ':not(:has(Property[key.name="timeZone"]))';
/** A citizen may be anywhere: all days and times are those of the region, and no other ones are written. */
const OWN_TIME_ZONE = [
  `NewExpression[callee.property.name="DateTimeFormat"]${NO_TIME_ZONE}`,
  `CallExpression[callee.property.name=/^toLocale(?:Date|Time)?String$/]${NO_TIME_ZONE}`,
  'CallExpression[callee.property.name=/^[gs]et(?:FullYear|Month|Date|Day|Hours|Minutes)$/]',
].map((selector) => ({ selector, message: 'Days and times are those of the region: give its `timeZone`.' }));

/** `'/services/'` or `/services/${id}/` where a page leads or loads from, without `addressOf()`. */
const OWN_ADDRESSES = [
  ':matches(JSXAttribute[name.name=/^(?:href|src|action)$/], AssignmentExpression[left.property.name="href"]) ',
  ':matches(CallExpression[callee.name="fetch"], CallExpression[callee.object.name=/^(?:location|history)$/]) > ',
].map((place) => ({
  selector: `${place}:matches(Literal[value=/^\\u002F/], TemplateLiteral[quasis.0.value.raw=/^\\u002F/]):not(CallExpression[callee.name="addressOf"] > *)`,
  message: 'The catalogue may stand below a path: addressOf() (site/data/address.ts).',
}));

export default defineConfig(
  globalIgnores(['dist', '.astro', '.okno', 'test-results', 'tests/hosts/**/*.js']),
  js.configs.recommended,
  comments.recommended,
  {
    // An exception from a rule says in its line why: `// eslint-disable-next-line max-params -- …`.
    rules: { '@eslint-community/eslint-comments/require-description': 'error' },
  },
  {
    files: ['**/*.ts'],
    // What needs types is checked by oxlint (.oxlintrc.json), which is five times faster.
    extends: [tseslint.configs.strict, tseslint.configs.stylistic],
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      'no-restricted-syntax': ['error', ...RESTRICTED_SYNTAX],
    },
  },
  {
    files: ['{widgets,api-mocks}/**/*.ts'],
    ignores: ['**/*.test.ts', '**/*-for-tests.ts', 'widgets/contract/openapi/**'],
    rules: { 'no-restricted-syntax': ['error', ...RESTRICTED_SYNTAX, ...OWN_TIME_ZONE] },
  },
  {
    files: ['{site,widgets,api-mocks}/**/*.{ts,astro}'],
    // A suite is one long function, and so may be what only suites use.
    ignores: ['**/*.test.ts', '**/*-for-tests.ts', 'api-mocks/testing*'],
    rules: { 'max-lines-per-function': ['error', 30], 'max-params': ['error', 3] },
  },
  {
    files: ['site/{pages,components,layouts,search}/**/*.{ts,astro}'],
    rules: { 'no-restricted-syntax': ['error', ...RESTRICTED_SYNTAX, ...OWN_ADDRESSES] },
  },
  {
    files: ['**/*.mjs'],
    languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly' } },
  },
  {
    files: ['site/public/*.js'],
    languageOptions: { globals: { document: 'readonly', localStorage: 'readonly' } },
  },
  {
    files: ['widgets/**/*.ts'],
    extends: [lit.configs['flat/recommended'], wc.configs['flat/best-practice'], litA11y.configs.recommended],
    rules: {
      'lit/no-legacy-template-syntax': 'error',
      'lit/no-private-properties': 'error',
      // The shared sheets and `FormElement` own the constructor; the rule looks at one class only.
      'wc/guard-super-call': 'off',
    },
  },
  {
    files: ['widgets/**/*.ts'],
    ignores: ['widgets/addresses/build/**', 'widgets/vite.config.ts', '**/*.test.ts', '**/*-for-tests.ts'],
    rules: {
      'no-restricted-imports': forbid(`${NODE}|astro|astro[:/].*`, 'A widget knows neither Node nor Astro.'),
    },
  },
  {
    files: ['widgets/contract/*/*.ts'],
    ignores: ['widgets/contract/openapi/**', '**/{schemas,operations,docs,examples}.ts', '**/*.test.ts'],
    rules: {
      'no-restricted-imports': forbid(
        `${NODE}|astro|astro[:/].*|valibot`,
        'A list of the contract is plain data: what checks it is in schemas.ts.',
      ),
    },
  },
  {
    files: ['site/catalogue/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-imports': forbid(
        '(?:node:)?fs(?:/promises)?|astro|astro[:/].*|lit|lit/.*',
        'The catalogue is pure: it reads no files and knows neither Astro nor Lit.',
      ),
    },
  },
  {
    files: ['api-mocks/**/*.ts'],
    rules: {
      'no-restricted-imports': forbid(
        'astro|astro[:/].*|lit|lit/.*',
        'The sandbox knows neither Lit nor Astro.',
      ),
    },
  },
  {
    // The floors of the house (CONTRIBUTING.md): an import only goes down, types too.
    files: ['{site,widgets,api-mocks,tests}/**/*.{ts,mjs,astro}'],
    // A script of a page is linted as `page.astro/1.ts`, from where no import resolves.
    ignores: ['**/*.astro/*'],
    plugins: { boundaries },
    settings: {
      'boundaries/files': ROOMS.map(({ name, patterns }) => ({ category: name, pattern: patterns })),
      'boundaries/files-single-match': true,
      'boundaries/additional-dependency-nodes': [
        { name: 'import-type', selector: 'TSImportType > Literal.source', kind: 'type' },
      ],
      'import/resolver': { node: true },
    },
    rules: {
      'boundaries/no-unknown-files': 'error',
      'boundaries/dependencies': [
        'error',
        {
          default: 'disallow',
          checkUnknownLocals: true,
          message: '{{from.file.categories}} may not import {{to.file.categories}} (tests/dev/floors.ts).',
          policies: ROOMS.map(({ name, mayImport }) => ({
            from: { file: { categories: name } },
            allow: [{ to: { file: { categories: [name, ...mayImport] } } }],
          })),
        },
      ],
    },
  },
  astro.configs['flat/recommended'],
  prettier,
);
