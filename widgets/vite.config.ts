import { fileURLToPath } from 'node:url';

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
        entryFileNames: '[name].js',
        chunkFileNames: 'parts/[name]-[hash].js',
      },
    },
  },
});
