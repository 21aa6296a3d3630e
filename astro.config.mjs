import { defineConfig } from 'astro/config';

import { safeMarkdown } from './site/content/safe-markdown.ts';
import { compressOutput } from './site/integrations/compress.ts';
import { contentCheck } from './site/integrations/content-check.ts';
import { writeSearchIndex } from './site/integrations/search-index.ts';
import { buildWidgets } from './site/integrations/widgets.ts';

export default defineConfig({
  site: process.env.OKNO_SITE ?? 'http://localhost:4321',
  srcDir: './site',
  publicDir: './site/public',
  outDir: './dist',
  cacheDir: process.env.OKNO_CACHE ?? './node_modules/.astro',
  trailingSlash: 'always',
  // One style sheet and module scripts as files: a strict Content-Security-Policy needs no exceptions for them.
  build: { inlineStylesheets: 'never', assets: 'assets' },
  vite: { build: { assetsInlineLimit: 0, cssCodeSplit: false } },
  markdown: { processor: safeMarkdown(), syntaxHighlight: false },
  devToolbar: { enabled: false },
  // What writes into dist comes before compress().
  integrations: [contentCheck(), writeSearchIndex(), buildWidgets(), compressOutput()],
});
