import { builtinModules } from 'node:module';

import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import astro from 'eslint-plugin-astro';
import boundaries from 'eslint-plugin-boundaries';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

// The floors of the house (CONTRIBUTING.md): an import may only go down. The first pattern that fits a file names its room.
const ROOMS = [
  ['tests', ['tests/**']],
  ['address-field', ['widgets/address-field/**']],
  ['sign-in', ['widgets/sign-in/**']],
  ['contract', ['widgets/contract/**']],
  ['deadlines', ['widgets/deadlines/**']],
  ['text', ['widgets/text/**']],
  ['address-build', ['widgets/addresses/build/**']],
  ['addresses', ['widgets/addresses/**']],
  ['widget-base', ['widgets/portal/**', 'widgets/drafts/**', 'widgets/fields/**', 'widgets/styles/**']],
  ['widget', ['widgets/*/**']],
  ['loader', ['widgets/**']],
  ['catalogue', ['site/catalogue/**']],
  ['content', ['site/content/**']],
  ['site-logic', ['site/search/**', 'site/open-data/**', 'site/data/**']],
  ['site', ['site/**']],
  ['sandbox', ['api-mocks/**']],
];
const FLOOR_0 = ['contract', 'deadlines', 'text'];
const FLOOR_1 = ['widget-base', 'addresses'];
/** What each room may import besides itself. */
const MAY_IMPORT = {
  tests: ROOMS.map(([room]) => room),
  loader: ['widget', 'address-field', 'sign-in', ...FLOOR_1, ...FLOOR_0],
  site: ['site-logic', 'content', 'catalogue', 'loader', 'address-build', ...FLOOR_1, ...FLOOR_0],
  'site-logic': ['content', 'catalogue', ...FLOOR_0],
  content: ['catalogue', ...FLOOR_0],
  sandbox: [...FLOOR_0, 'addresses'],
  widget: ['address-field', 'sign-in', ...FLOOR_1, ...FLOOR_0],
  'address-field': [...FLOOR_1, ...FLOOR_0],
  'sign-in': [...FLOOR_1, ...FLOOR_0],
  catalogue: FLOOR_0,
  'address-build': ['addresses', ...FLOOR_0],
  addresses: FLOOR_0,
  'widget-base': FLOOR_0,
  contract: ['deadlines'],
  deadlines: [],
  text: [],
};
const NODE = [...builtinModules, ...builtinModules.map((name) => `node:${name}`)];
const nowhere = (names, message) => ({ paths: names.map((name) => ({ name, message })) });

export default defineConfig(
  globalIgnores(['dist', '.astro', '.okno', 'test-results', 'tests/hosts/**/*.js']),
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      // It asks for `!`, which stands here on consumed context only.
      '@typescript-eslint/non-nullable-type-assertion-style': 'off',
      '@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: { string: true } }],
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportAllDeclaration', message: 'Import files, not barrels.' },
        { selector: 'ImportSpecifier[imported.name="unsafeHTML"]', message: 'unsafeHTML is not used here.' },
      ],
    },
  },
  {
    files: ['**/*.mjs'],
    languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly' } },
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
      'no-restricted-imports': [
        'error',
        nowhere([...NODE, 'astro'], 'A widget knows neither Node nor Astro.'),
      ],
    },
  },
  {
    files: ['site/catalogue/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        nowhere(
          ['node:fs', 'astro', 'lit'],
          'The catalogue is pure: it reads no files and knows neither Astro nor Lit.',
        ),
      ],
    },
  },
  {
    files: ['api-mocks/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        nowhere(['lit', 'astro'], 'The sandbox knows neither Lit nor Astro.'),
      ],
    },
  },
  {
    files: ['{site,widgets,api-mocks,tests}/**/*.{ts,mjs,astro}'],
    // A test, and what only tests use, stands on the top floor, wherever its file lies.
    ignores: ['**/*.test.ts', '**/*-for-tests.ts'],
    plugins: { boundaries },
    settings: {
      'boundaries/elements': ROOMS.map(([type, pattern]) => ({ type, pattern, partialMatch: false })),
      'import/resolver': { typescript: { project: 'tsconfig.json' } },
    },
    rules: {
      'boundaries/no-unknown-files': 'error',
      'boundaries/dependencies': [
        'error',
        {
          default: 'disallow',
          message:
            '{{from.element.type}} may not import {{to.element.type}}: an import only goes down (CONTRIBUTING.md, floors).',
          policies: Object.entries(MAY_IMPORT).map(([from, allow]) => ({
            from: { element: { type: from } },
            allow: [{ to: { element: { type: [from, ...allow] } } }],
          })),
        },
      ],
    },
  },
  astro.configs['flat/recommended'],
  prettier,
);
