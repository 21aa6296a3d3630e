import { fileURLToPath } from 'node:url';

import { minifyHTMLLiterals } from 'minify-literals';
import { defineConfig } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/**
 * The widgets as static files: `okno.js` under its own name, all else under names with the hash of what is in them, so that
 * a web server may say `immutable`.
 */
export default defineConfig({
  root: here('.'),
  base: './',
  publicDir: false,
  plugins: [
    {
      name: 'okno:literals',
      enforce: 'pre',
      // White space in templates and style sheets is for those who read the source.
      transform: (code, id) =>
        !id.includes('node_modules') && /(?:html|css)`/.test(code)
          ? minifyHTMLLiterals(code, { fileName: id, html: { conservativeCollapse: true } })
          : undefined,
    },
  ],
  build: {
    target: 'es2022',
    outDir: here('../dist/widgets'),
    reportCompressedSize: false,
    emptyOutDir: false,
    // A library keeps plain `import()`: an application gets a preload helper, which every part would fetch from `okno.js`.
    lib: { entry: { okno: here('okno.ts') }, formats: ['es'] },
    rolldownOptions: {
      output: {
        minify: true,
        // A round trip costs more than a few bytes: what every widget needs comes in one file, what checks and sends in another.
        codeSplitting: {
          groups: [
            {
              name: 'context',
              test: /@lit\/context\/development\/lib\/context-(?:root|request-event)|@lit\/context\/lib\/context-(?:root|request-event)/,
            },
            {
              name: 'base',
              test: /node_modules\/(?:lit|lit-html|lit-element|@lit\/(?:reactive-element|context))\/(?!.*live|.*directive)|widgets\/styles\/|widgets\/fields\/(?:after-paint|mistakes|templates|consent|case-fields)|helpers\/(?:esm\/)?decorate|widgets\/drafts\/draft\.|widgets\/portal\/(?:context|errors|case-events)/,
            },
            {
              name: 'check',
              test: /node_modules\/(?:valibot|idb)\/|widgets\/contract\/(?:form|values|problem)|widgets\/drafts\/drafts|widgets\/fields\/judge|widgets\/portal\/(?:http|send-once|forms)/,
            },
          ],
        },
        entryFileNames: '[name].js',
        chunkFileNames: 'parts/[name]-[hash].js',
      },
    },
  },
});
