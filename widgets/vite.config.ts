// Longer than most: lists of the modules that come in one file.
import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { minifyHTMLLiterals } from 'minify-literals';
import { build, defineConfig, type Plugin } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Parts of module ids. Chunk `base`: what every widget shows. */
const BASE_MODULES = [
  '/node_modules/lit/html',
  '/node_modules/lit/decorators',
  '/node_modules/lit-html/lit-html',
  '/node_modules/lit-element/',
  '/node_modules/@lit/reactive-element/',
  '/node_modules/@lit/context/',
  'helpers/esm/decorate',
  ...['ancestors', 'fields', 'frame', 'page-looks', 'root', 'tokens'].map(
    (name) => `/widgets/styles/${name}.`,
  ),
  ...[
    'field',
    'text-field',
    'error-summary',
    'case-fields',
    'language',
    'foreign-nodes',
    'private-input',
    'read-again',
    'reveal',
    'widget-element',
  ].map((name) => `/widgets/fields/${name}.`),
  ...['after-paint', 'mistakes'].map((name) => `/widgets/forms/${name}.`),
  ...['context', 'errors', 'case-events', 'natives'].map((name) => `/widgets/portal/${name}.`),
  '/widgets/addresses/index/errors.',
  '/widgets/text/json.',
];
/** Chunk `form`: what every form shows. */
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
/** Chunk `receipt`: what two of three forms show. */
const RECEIPT_MODULES = [
  '/widgets/fields/choice-field.',
  '/widgets/forms/consent.',
  '/widgets/forms/receipt.styles.',
];
/** Chunk `read`: what fetches and parses a form definition. */
const DEFINITION_MODULES = [
  '/node_modules/valibot/',
  ...['forms', 'values', 'problems'].map((resource) => `/widgets/contract/${resource}/schemas.`),
  ...['http', 'forms'].map((name) => `/widgets/portal/${name}.`),
  '/widgets/drafts/draft.',
];
/** Chunk `keep`: what saves and restores its draft. */
const DRAFT_MODULES = [
  '/node_modules/idb/',
  ...['draft-database', 'merge-drafts'].map((name) => `/widgets/drafts/${name}.`),
  ...['draft-plan', 'form-draft-database', 'open-draft', 'restore-form'].map(
    (name) => `/widgets/forms/${name}.`,
  ),
];
/** Chunk `send`: what checks and sends it. */
const SEND_MODULES = ['/widgets/forms/schema-mistakes.', '/widgets/portal/post-json.'];
const matchesAny = (parts: readonly string[]) => (id: string) => parts.some((part) => id.includes(part));

/** The search of addresses, which is fetched when a field gets the focus. The class of its errors and `writeJson` are in `base`. */
const addressSearchChunk = {
  name: 'reader',
  test: (id: string) => /\/widgets\/(?:addresses|text)\//.test(id) && !/\/(?:errors|json)\.ts$/.test(id),
  includeDependenciesRecursively: false,
};

/** A round trip costs more than a few bytes: modules that are needed together are in one chunk. */
const GROUPS: { name: string; test: (id: string) => boolean; includeDependenciesRecursively?: boolean }[] = [
  { name: 'base', test: matchesAny(BASE_MODULES) },
  { name: 'read', test: matchesAny(DEFINITION_MODULES) },
  { name: 'keep', test: matchesAny(DRAFT_MODULES) },
  { name: 'form', test: matchesAny(FORM_MODULES) },
  { name: 'receipt', test: matchesAny(RECEIPT_MODULES) },
  { name: 'send', test: matchesAny(SEND_MODULES) },
  addressSearchChunk,
];

const minifyTemplates: Plugin = {
  name: 'okno:literals',
  enforce: 'pre',
  // Removes white space from templates and style sheets.
  transform: (code, id) =>
    !id.includes('node_modules') && /(?:html|css)`/.test(code)
      ? minifyHTMLLiterals(code, { fileName: id, html: { conservativeCollapse: true } })
      : undefined,
};

const REGISTERING = globSync('*/register.ts', { cwd: here('.') });

/**
 * Writes the imports of the loader as statements. `import.meta.glob` gives what each module exports; nobody uses that here, and without
 * it the build has no such objects, nor a file with the helper that makes them.
 */
const plainImports: Plugin = {
  name: 'okno:plain-imports',
  enforce: 'pre',
  transform: (code, id) =>
    id.endsWith('/widgets/okno.ts')
      ? code.replace(
          `import.meta.glob('./*/register.ts')`,
          `{${REGISTERING.map((path) => `'./${path}': async () => { await import('./${path}'); }`).join()}}`,
        )
      : undefined,
};

const URL_PARSE = '\0url-parse';

/** Takes the sources of tus-js-client, not its build for browsers without classes and `URL`. That is half of the bytes. */
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
  // `/* @__PURE__ */` and the like are for bundlers; browsers do not need them.
  comments: { annotation: false },
  entryFileNames: '[name].js',
  chunkFileNames: 'parts/[name]-[hash:6].js',
};

/** How a build of its own differs from the main one. */
interface OtherBuild {
  /** Name of the file → its module. */
  entry: Record<string, string>;
  plugins: Plugin[];
  groups: typeof GROUPS;
  define?: Record<string, string>;
  chunkFileNames?: string;
}

/** Adds the files of another build to those of the main one. */
const otherBuild = ({ entry, plugins, groups, define = {}, chunkFileNames }: OtherBuild): Plugin => ({
  name: `okno:${Object.keys(entry).join()}`,
  async generateBundle() {
    const made = await build({
      configFile: false,
      root: here('.'),
      base: './',
      publicDir: false,
      logLevel: 'warn',
      plugins,
      define,
      build: {
        target: 'es2022',
        write: false,
        lib: { entry, formats: ['es'] },
        rolldownOptions: {
          // Chunks that are fetched later import from the entry what it has already.
          preserveEntrySignatures: 'allow-extension',
          optimization: { inlineConst: { mode: 'all', pass: 3 } },
          output: { ...output, ...(chunkFileNames && { chunkFileNames }), codeSplitting: { groups } },
        },
      },
    });
    for (const { output: files } of Array.isArray(made) ? made : [])
      for (const file of files)
        if (file.type === 'chunk')
          this.emitFile({ type: 'asset', fileName: file.fileName, source: file.code });
  },
});

/**
 * Builds `address-field.js`, the field for any form on any site. It is a build of its own, so that it starts with one file. As a part of
 * the main build it would start with a tree of shared files, one round trip after the other.
 */
const addressFieldBuild = otherBuild({
  entry: { 'address-field': here('address-field/stand-alone.ts') },
  plugins: [minifyTemplates],
  groups: [addressSearchChunk],
});

/** What the widgets take from the page where they run in a frame of it (`portal/clean-realm.ts`). All else is the frame's own. */
const NAMES_OF_THE_PAGE = [
  ...['window', 'document', 'location', 'history', 'customElements', 'HTMLElement', 'CSSStyleSheet'],
  ...['addEventListener', 'removeEventListener', 'requestAnimationFrame', 'matchMedia', 'getComputedStyle'],
  ...['innerHeight', 'innerWidth', 'visualViewport', 'scrollTo', 'scrollBy'],
];

/** Builds the widgets once more, as `okno-clean.js` and parts of its own, for a frame whose natives no library has replaced. */
const cleanRealmBuild = otherBuild({
  entry: { 'okno-clean': here('okno.ts') },
  plugins: [minifyTemplates, plainImports, tusPlugin],
  groups: GROUPS,
  define: Object.fromEntries(
    NAMES_OF_THE_PAGE.map((name) => [
      name,
      name === 'window' ? 'globalThis.parent' : `globalThis.parent.${name}`,
    ]),
  ),
  chunkFileNames: 'parts/clean-[name]-[hash:6].js',
});

/**
 * Builds the widgets as static files. `okno.js` has a fixed name; all other files have a hash in their name, so that a web server can
 * send them as `immutable`.
 */
export default defineConfig({
  root: here('.'),
  base: './',
  publicDir: false,
  plugins: [minifyTemplates, plainImports, tusPlugin, addressFieldBuild, cleanRealmBuild],
  build: {
    target: 'es2022',
    outDir: here('../dist/widgets'),
    reportCompressedSize: false,
    emptyOutDir: false,
    // As a library the build keeps plain `import()`. An application would get a preload helper, which every chunk imports from `okno.js`.
    lib: { entry: { okno: here('okno.ts') }, formats: ['es'] },
    rolldownOptions: {
      preserveEntrySignatures: 'allow-extension',
      optimization: { inlineConst: { mode: 'all', pass: 3 } },
      output: {
        ...output,
        codeSplitting: { groups: GROUPS },
      },
    },
  },
});
