// Longer than other modules: two builds, and the plugins that only they have.
import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';

import { minifyHTMLLiterals } from 'minify-literals';
import { build, defineConfig, type Plugin } from 'vite';

import { GROUPS } from './chunks.ts';
import { asClassicScript } from './classic-script.ts';
import { leanLit, ownPolicy, plainProperties } from './lit-plugins.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

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

/** Says that browsers have no `require`, for which libheif looks: else every widget would get a helper that stands for it. */
const heifPlugin: Plugin = {
  name: 'okno:heif',
  transform: (code, id) => (id.endsWith('/libheif-bundle.mjs') ? `var require;${code}` : undefined),
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

/** The path of a file. Everybody pays for it in every import: two letters say enough. */
const chunkPath = ({ name }: { name: string }) => `parts/${name.slice(0, 2)}[hash:7].js`;

const rolldownOptions = {
  preserveEntrySignatures: 'allow-extension' as const,
  optimization: { inlineConst: { mode: 'all' as const, pass: 3 } },
  output: {
    minify: true,
    // `/* @__PURE__ */` and the like are for bundlers; browsers do not need them.
    comments: { annotation: false },
    entryFileNames: '[name].js',
    chunkFileNames: chunkPath,
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
      plugins: [minifyTemplates, plainImports, plainProperties, ownPolicy, leanLit, tusPlugin, heifPlugin],
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
          output: { ...rolldownOptions.output, chunkFileNames: 'parts/clean-[name]-[hash:7].js' },
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
    leanLit,
    tusPlugin,
    heifPlugin,
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
