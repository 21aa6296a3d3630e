// Longer than most: lists of the modules that come in one file.
import { fileURLToPath } from 'node:url';

import { minifyHTMLLiterals } from 'minify-literals';
import { build, defineConfig, type Plugin } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Parts of module names: what every widget shows, */
const BASE_MODULES = [
  '/node_modules/lit/html',
  '/node_modules/lit/decorators',
  '/node_modules/lit-html/lit-html',
  '/node_modules/lit-element/',
  '/node_modules/@lit/reactive-element/',
  '/node_modules/@lit/context/',
  'helpers/esm/decorate',
  '/widgets/styles/',
  ...['field', 'text-field', 'error-summary', 'case-fields', 'language'].map(
    (name) => `/widgets/fields/${name}.`,
  ),
  ...['after-paint', 'mistakes'].map((name) => `/widgets/forms/${name}.`),
  ...['context', 'errors', 'case-events'].map((name) => `/widgets/portal/${name}.`),
  '/widgets/addresses/index/errors.',
];
/** what every form shows, */
const FORM_MODULES = [
  '/widgets/contract/ratings/criteria.',
  '/widgets/fields/field-kind.',
  ...[
    'form-controller',
    'form-view',
    'form.styles',
    'form-buttons',
    'notice',
    'open-form',
    'form-selectors',
    'stage',
    'form-heading',
  ].map((name) => `/widgets/forms/${name}.`),
];
/** what two of three forms show, */
const RECEIPT_MODULES = [
  '/widgets/fields/choice-field.',
  '/widgets/forms/consent.',
  '/widgets/forms/receipt.styles.',
];
/** what reads the form; */
const DEFINITION_MODULES = [
  '/node_modules/valibot/',
  ...['forms', 'values', 'problems'].map((resource) => `/widgets/contract/${resource}/schemas.`),
  ...['http', 'forms'].map((name) => `/widgets/portal/${name}.`),
  '/widgets/drafts/draft.',
];
/** what keeps a draft of it; */
const DRAFT_MODULES = [
  '/node_modules/idb/',
  ...['draft-database', 'merge-drafts'].map((name) => `/widgets/drafts/${name}.`),
  ...['draft-plan', 'form-draft-database', 'open-draft', 'restore-form'].map(
    (name) => `/widgets/forms/${name}.`,
  ),
];
/** and what checks and sends. */
const SEND_MODULES = ['/widgets/forms/schema-mistakes.', '/widgets/portal/post-json.'];
const matchesAny = (parts: readonly string[]) => (id: string) => parts.some((part) => id.includes(part));

/** What searches addresses comes when a field has the focus; what is wrong with them, every field knows. */
const addressSearchChunk = {
  name: 'reader',
  test: (id: string) => /\/widgets\/(?:addresses|text)\//.test(id) && !id.endsWith('/errors.ts'),
  includeDependenciesRecursively: false,
};

const minifyTemplates: Plugin = {
  name: 'okno:literals',
  enforce: 'pre',
  // White space in templates and style sheets is for those who read the source.
  transform: (code, id) =>
    !id.includes('node_modules') && /(?:html|css)`/.test(code)
      ? minifyHTMLLiterals(code, { fileName: id, html: { conservativeCollapse: true } })
      : undefined,
};

const URL_PARSE = '\0url-parse';

/** tus as its authors write it, without what it carries for browsers that have no classes and no `URL`: half of its bytes. */
export const tusPlugin: Plugin = {
  name: 'okno:tus',
  enforce: 'pre',
  resolveId(id) {
    if (id === 'tus-js-client') return here('../node_modules/tus-js-client/lib/browser/index.js');
    return id === 'url-parse' ? URL_PARSE : undefined;
  },
  load: (id) => (id === URL_PARSE ? 'export default URL' : undefined),
};

const output = {
  minify: true,
  // What a bundler is told of pure functions is for bundlers.
  comments: { annotation: false },
  entryFileNames: '[name].js',
  chunkFileNames: 'parts/[name]-[hash].js',
};

/**
 * `address-field.js`: the field for any form on any site. A build of its own, for it begins with one file instead of a tree of
 * shared ones, a round trip each.
 */
const addressFieldBuild: Plugin = {
  name: 'okno:stand-alone',
  async generateBundle() {
    const made = await build({
      configFile: false,
      root: here('.'),
      base: './',
      publicDir: false,
      logLevel: 'warn',
      plugins: [minifyTemplates],
      build: {
        target: 'es2022',
        write: false,
        lib: { entry: { 'address-field': here('address-field/stand-alone.ts') }, formats: ['es'] },
        rolldownOptions: {
          // What comes later shares what has come already.
          preserveEntrySignatures: 'allow-extension',
          optimization: { inlineConst: { mode: 'all', pass: 3 } },
          output: { ...output, codeSplitting: { groups: [addressSearchChunk] } },
        },
      },
    });
    for (const { output: files } of Array.isArray(made) ? made : [])
      for (const file of files)
        if (file.type === 'chunk')
          this.emitFile({ type: 'asset', fileName: file.fileName, source: file.code });
  },
};

/**
 * The widgets as static files: `okno.js` under its own name, all else under names with the hash of what is in them, so that
 * a web server may say `immutable`.
 */
export default defineConfig({
  root: here('.'),
  base: './',
  publicDir: false,
  plugins: [minifyTemplates, tusPlugin, addressFieldBuild],
  build: {
    target: 'es2022',
    outDir: here('../dist/widgets'),
    reportCompressedSize: false,
    emptyOutDir: false,
    // A library keeps plain `import()`: an application gets a preload helper, which every part would fetch from `okno.js`.
    lib: { entry: { okno: here('okno.ts') }, formats: ['es'] },
    rolldownOptions: {
      preserveEntrySignatures: 'allow-extension',
      optimization: { inlineConst: { mode: 'all', pass: 3 } },
      output: {
        ...output,
        // A round trip costs more than a few bytes: what is needed together comes in one file.
        codeSplitting: {
          groups: [
            { name: 'base', test: matchesAny(BASE_MODULES) },
            { name: 'read', test: matchesAny(DEFINITION_MODULES) },
            { name: 'keep', test: matchesAny(DRAFT_MODULES) },
            { name: 'form', test: matchesAny(FORM_MODULES) },
            { name: 'receipt', test: matchesAny(RECEIPT_MODULES) },
            { name: 'send', test: matchesAny(SEND_MODULES) },
            addressSearchChunk,
          ],
        },
      },
    },
  },
});
