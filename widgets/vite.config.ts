// Longer than most: lists of the modules that come in one file.
import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';

import { minifyHTMLLiterals } from 'minify-literals';
import { build, defineConfig, type Plugin } from 'vite';

import { asClassicScript } from './classic-script.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/**
 * Parts of module ids. Chunk `lit`: what every element needs, the address field too. `okno.js` and `address-field.js` on one page
 * import the same file, so the page has one Lit of ours.
 */
const LIT_MODULES = [
  '/node_modules/lit/html',
  '/node_modules/lit/decorators',
  '/node_modules/lit-html/lit-html',
  '/node_modules/lit-element/',
  '/node_modules/@lit/reactive-element/',
  'helpers/esm/decorate',
  ...['root', 'tokens'].map((name) => `/widgets/styles/${name}.`),
  ...['language', 'widget-element'].map((name) => `/widgets/fields/${name}.`),
  '/widgets/text/json.',
  '/widgets/addresses/index/errors.',
  '/widgets/portal/address-folder.',
];
/** Chunk `field`: the address field, but for what few citizens need. */
const ADDRESS_FIELD_MODULES = [
  'address-field',
  'address-field.styles',
  'chosen-address',
  'combobox',
  'combobox-keys',
  'combobox-view',
  'events',
  'field-label',
  'line-editor',
  'list-entries',
  'messages',
  'shared-addresses',
  'value',
]
  .map((name) => `/widgets/address-field/${name}.ts`)
  .concat('/widgets/fields/form-element.');
/** Chunk `base`: what every widget shows. */
const BASE_MODULES = [
  '/node_modules/@lit/context/',
  ...['fields', 'frame'].map((name) => `/widgets/styles/${name}.`),
  ...['field', 'text-field', 'error-summary', 'case-fields', 'read-again', 'reveal'].map(
    (name) => `/widgets/fields/${name}.`,
  ),
  ...['after-paint', 'mistakes'].map((name) => `/widgets/forms/${name}.`),
  ...['clock', 'context', 'errors', 'case-events', 'config', 'retry-budget', 'session', 'token-natives'].map(
    (name) => `/widgets/portal/${name}.`,
  ),
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

/** The search of addresses, which is fetched when a field gets the focus. The class of its errors is in `base`. */
const addressSearchChunk = {
  name: 'reader',
  test: (id: string) => /\/widgets\/(?:addresses|text)\//.test(id) && !id.endsWith('/errors.ts'),
  includeDependenciesRecursively: false,
};

/** A round trip costs more than a few bytes: modules that are needed together are in one chunk. */
const GROUPS = [
  { name: 'lit', test: matchesAny(LIT_MODULES) },
  { name: 'field', test: matchesAny(ADDRESS_FIELD_MODULES) },
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

/**
 * Writes the decorators of Lit as `static properties`, which do the same. So no code of decorators comes to the page: a twentieth of what
 * a widget weighs.
 */
const plainProperties: Plugin = {
  name: 'okno:plain-properties',
  enforce: 'pre',
  transform(code, id) {
    if (!id.includes('/widgets/') || !code.includes('lit/decorators.js')) return undefined;
    const properties = [...code.matchAll(DECORATED)].map(
      ([, kind, options, name]) => `${name}: ${kind === 'state' ? '{ state: true }' : options || '{}'}`,
    );
    return code
      .replace(/import \{[^}]*\} from 'lit\/decorators.js';/, '')
      .replace(/import \{ consume \} from/, 'import { ContextConsumer } from')
      .replace(
        /(export (?:abstract )?class [^{]*\{)/,
        `$1\nstatic properties = { ${properties.join(', ')} };\n${code.includes('@consume(') ? CONSUMER : ''}`,
      )
      .replace(/@consume\([^)]*\)/, '')
      .replace(DECORATED, '$3');
  },
};
/** A decorated field: what it is, with which options, its name. */
const DECORATED = /@(property|state)\(([^)]*)\)\s*(?:private )?(\w+)/g;
const CONSUMER =
  'static { this.addInitializer((host) => new ContextConsumer(host, { context: portalContext, callback: (portal) => { host.portal = portal; } })); }';

/** What Lit puts on the page for decorators of the standard kind, and where it reads that. We use the other kind. */
const LITS_METADATA = [
  /Symbol\.metadata\?\?=Symbol\("metadata"\),\w+\.litPropertyMetadata\?\?=new WeakMap;/,
  /const t=this\[Symbol\.metadata\];if\(null!==t\)\{.*?this\.elementProperties\.set\(t,i\)\}/,
];
const LITS_POLICY = 'createPolicy("lit-html",{createHTML:t=>t})';
const LITS_ASSIGNMENT = 'return s.innerHTML=t,s';

/**
 * Gives the Trusted Types policy of our Lit a name of its own. Where a page has a Lit too, one of the two would find the name
 * `lit-html` taken, and die. Where the page's policy does not allow ours, the templates are parsed by `setHTML`, which needs none.
 */
const ownPolicy: Plugin = {
  name: 'okno:own-policy',
  enforce: 'pre',
  transform(code, id) {
    if (!id.endsWith('/lit-html/lit-html.js')) return undefined;
    const [, policy = ''] = /(\w+)=(\w+)\?\2\.createPolicy/.exec(code) ?? [];
    if (!code.includes(LITS_POLICY) || !code.includes(LITS_ASSIGNMENT))
      throw new Error('Lit has changed: its policy is made in another way.');
    return code
      .replace(
        /(\w+)\.createPolicy\("lit-html",\{createHTML:t=>t\}\)/,
        (_, types: string) =>
          `(()=>{try{return ${types}.createPolicy("okno",{createHTML:t=>t})}catch{return{createHTML:t=>t,refused:1}}})()`,
      )
      .replace(
        LITS_ASSIGNMENT,
        `return ${policy}?.refused&&s.setHTML?s.setHTML(t,{sanitizer:{removeElements:[],comments:!0}}):s.innerHTML=t,s`,
      );
  },
};

/** Keeps Lit from putting more on the page's global objects than the lists of its versions. */
const noMetadata: Plugin = {
  name: 'okno:no-metadata',
  enforce: 'pre',
  transform(code, id) {
    if (!id.endsWith('/@lit/reactive-element/reactive-element.js')) return undefined;
    if (!LITS_METADATA.every((part) => part.test(code))) throw new Error('Lit has changed: its metadata.');
    return LITS_METADATA.reduce((rest, part) => rest.replace(part, ''), code);
  },
};

/** Makes `okno.js` run also where a page's editor has removed `type="module"`. */
const classicScript: Plugin = {
  name: 'okno:classic-script',
  generateBundle: {
    order: 'post',
    handler(_, bundle) {
      const loader = bundle['okno.js'];
      if (loader?.type !== 'chunk') return;
      loader.code = asClassicScript(loader.code.trim());
      // Throws where it is none.
      new Script(loader.code);
    },
  },
};

/**
 * Makes `address-field.js` import what its files import, so that a browser fetches all of them at once and not one after the other.
 */
const flatImports: Plugin = {
  name: 'okno:flat-imports',
  generateBundle(_, bundle) {
    const entry = bundle['address-field.js'];
    if (entry?.type !== 'chunk') return;
    const deeper = entry.imports.flatMap((name) => {
      const chunk = bundle[name];
      return chunk?.type === 'chunk' ? chunk.imports : [];
    });
    entry.code = deeper.map((name) => `import"./${name}";`).join('') + entry.code;
  },
};

const rolldownOptions = {
  preserveEntrySignatures: 'allow-extension' as const,
  optimization: { inlineConst: { mode: 'all' as const, pass: 3 } },
  output: {
    minify: true,
    // `/* @__PURE__ */` and the like are for bundlers; browsers do not need them.
    comments: { annotation: false },
    entryFileNames: '[name].js',
    chunkFileNames: 'parts/[name]-[hash:6].js',
    codeSplitting: { groups: GROUPS },
  },
};

/**
 * Makes the widgets import the address field from `address-field.js`, so that a page with both scripts has the field once, and the
 * field alone starts with two files.
 */
const oneAddressField: Plugin = {
  name: 'okno:one-address-field',
  enforce: 'pre',
  resolveId: (id, importer = '') =>
    id.endsWith('address-field/register.ts') && !importer.endsWith('/stand-alone.ts')
      ? here('address-field/stand-alone.ts')
      : undefined,
};

/** What the widgets take from the page where they run in a frame of it (`portal/clean-realm.ts`). All else is the frame's own. */
const NAMES_OF_THE_PAGE = [
  ...['window', 'document', 'location', 'history', 'customElements', 'HTMLElement', 'CSSStyleSheet'],
  ...['addEventListener', 'removeEventListener', 'requestAnimationFrame', 'matchMedia', 'getComputedStyle'],
  ...['innerHeight', 'innerWidth', 'visualViewport', 'scrollTo', 'scrollBy'],
];

/**
 * Builds the widgets once more, as `okno-clean.js` and parts of its own, for a frame of the page whose natives no library has replaced.
 * `okno.js` imports it where it is needed.
 */
const cleanRealmBuild: Plugin = {
  name: 'okno:clean-realm',
  async generateBundle() {
    const made = await build({
      configFile: false,
      root: here('.'),
      base: './',
      publicDir: false,
      logLevel: 'warn',
      plugins: [minifyTemplates, plainImports, plainProperties, ownPolicy, noMetadata, tusPlugin],
      define: Object.fromEntries(
        NAMES_OF_THE_PAGE.map((name) => [
          name,
          name === 'window' ? 'globalThis.parent' : `globalThis.parent.${name}`,
        ]),
      ),
      build: {
        target: 'es2022',
        write: false,
        lib: { entry: { 'okno-clean': here('okno.ts') }, formats: ['es'] },
        rolldownOptions: {
          ...rolldownOptions,
          output: { ...rolldownOptions.output, chunkFileNames: 'parts/clean-[name]-[hash:6].js' },
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
 * Builds the widgets as static files. `okno.js` has a fixed name; all other files have a hash in their name, so that a web server can
 * send them as `immutable`.
 */
export default defineConfig({
  root: here('.'),
  base: './',
  publicDir: false,
  plugins: [
    minifyTemplates,
    plainImports,
    plainProperties,
    oneAddressField,
    ownPolicy,
    noMetadata,
    tusPlugin,
    flatImports,
    classicScript,
    cleanRealmBuild,
  ],
  build: {
    target: 'es2022',
    outDir: here('../dist/widgets'),
    reportCompressedSize: false,
    emptyOutDir: false,
    // As a library the build keeps plain `import()`. An application would get a preload helper, which every chunk imports from `okno.js`.
    lib: {
      entry: { okno: here('okno.ts'), 'address-field': here('address-field/stand-alone.ts') },
      formats: ['es'],
    },
    rolldownOptions,
  },
});
