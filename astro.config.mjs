import { defineConfig } from 'astro/config';

import { safeMarkdown } from './site/content/safe-markdown.ts';
import { compressOutput } from './site/integrations/compress.ts';
import { contentCheck } from './site/integrations/content-check.ts';
import { keepOutput } from './site/integrations/keep-output.ts';
import { leanMarks } from './site/integrations/lean-marks.ts';
import { OutputFolder } from './site/integrations/output-folder.ts';
import { publicBuild } from './site/integrations/public-build.ts';
import { hashOfFiles } from './site/integrations/reuse.ts';
import { searchIndex } from './site/integrations/search-index.ts';
import { buildWidgets } from './site/integrations/widgets.ts';

const {
  OKNO_SITE = 'http://localhost:4321',
  OKNO_CACHE = './node_modules/.astro',
  OKNO_DEMO_HOST = '',
} = process.env;
const { origin: portal } = new URL(process.env.OKNO_PORTAL ?? 'http://localhost:4322');
const { origin, pathname } = new URL(OKNO_SITE);
const base = pathname.replace(/\/*$/u, '/');
const output = new OutputFolder();
/** Changes with whatever every page comes from besides the content. */
const code = [
  hashOfFiles(['site/**', 'widgets/**', 'astro.config.mjs', 'package-lock.json']),
  OKNO_DEMO_HOST,
].join(' ');

/**
 * What pages may load, and from where: the Content-Security-Policy of each page. They have no script or style of their own. Pagefind needs
 * 'wasm-unsafe-eval'.
 */
const policy = [
  "default-src 'none'",
  ...["script-src 'self' 'wasm-unsafe-eval'", "style-src 'self'", "img-src 'self' data:", "font-src 'self'"],
  ...["manifest-src 'self'", "worker-src 'self'", "frame-src 'self'"],
  ...[`connect-src 'self' ${portal}`, `form-action 'self' ${portal}`],
  ...["base-uri 'none'", "object-src 'none'"],
].join('; ');

export default defineConfig({
  site: origin,
  base,
  srcDir: './site',
  publicDir: './site/public',
  outDir: './dist',
  cacheDir: OKNO_CACHE,
  trailingSlash: 'always',
  // One style sheet and module scripts as files: a strict Content-Security-Policy needs no exceptions for them.
  build: { inlineStylesheets: 'never', assets: 'assets' },
  vite: {
    build: { assetsInlineLimit: 0, cssCodeSplit: false },
    define: {
      'import.meta.env.OKNO_CODE': JSON.stringify(code),
      'import.meta.env.OKNO_POLICY': JSON.stringify(policy),
    },
    // A hash is enough of a name: each page has some of them.
    environments: {
      client: {
        build: {
          rolldownOptions: {
            output: { entryFileNames: 'assets/s-[hash].js', chunkFileNames: 'assets/s-[hash].js' },
          },
        },
      },
    },
    plugins: [leanMarks()],
  },
  experimental: { incrementalBuild: true },
  markdown: { processor: safeMarkdown(base), syntaxHighlight: false },
  devToolbar: { enabled: false },
  // What writes into dist comes before compressOutput().
  integrations: [
    publicBuild(OKNO_SITE),
    contentCheck(),
    keepOutput(output),
    searchIndex(output),
    buildWidgets(output),
    compressOutput(output),
  ],
});
