import { mkdtempSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

import type { Plugin } from 'vite';

import type * as portalModule from '../test-portal.ts';

interface GalleryOptions {
  /** For the gallery's own portal. */
  portal: portalModule.TestPortalOptions;
  /** What else can be opened, for the list: addresses by their titles. */
  links?: Record<string, string>;
}

const PAGE = `<!doctype html>
<html lang="ru">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Виджеты Окна</title>
<link rel="icon" href="data:,">
<script type="module" src="/tests/gallery/gallery.ts"></script>
<body>`;

/** What widgets import from packages: Vite finds these late, and would load the page once more for each. */
const PACKAGES = [
  ...['lit', 'lit/decorators.js', '@lit/context', 'valibot', 'idb', 'tus-js-client', 'uqr'],
  'eventsource-parser/stream',
];

/**
 * Serves the gallery at `/_gallery/` of a Vite server, with a sandbox portal of its own, which is started when it is first asked for
 * something.
 */
export function gallery({ portal: options, links = {} }: GalleryOptions): Plugin {
  let portal: ReturnType<typeof portalModule.startTestPortal> | undefined;
  const openPortal = () =>
    (portal ??= import('../test-portal.ts').then(({ startTestPortal }) =>
      startTestPortal(mkdtempSync(join(tmpdir(), 'okno-gallery-')), options),
    ));
  const list = Object.entries(links).map(([title, href]) => `<a href="${href}">${title}</a>\n`);

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    const { pathname, search } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname === '/_gallery/') {
      response.setHeader('Content-Type', 'text/html; charset=utf-8');
      response.end(search ? PAGE : PAGE + list.join(''));
      return true;
    }
    if (pathname === '/_gallery/command') {
      const { payload } = JSON.parse(await text(request)) as { payload: portalModule.SandboxCommand };
      response.end(JSON.stringify(await (await openPortal()).act(payload)));
      return true;
    }
    const file = pathname.startsWith('/okno-test/') && (await openPortal()).serve(pathname);
    if (file) response.setHeader('Content-Type', file.type).end(file.body);
    return !!file;
  }
  return {
    name: 'okno:gallery',
    enforce: 'pre',
    config: () => ({ optimizeDeps: { include: PACKAGES } }),
    resolveId: (id) =>
      id === '@web/test-runner-commands' ? fileURLToPath(new URL('commands.ts', import.meta.url)) : undefined,
    configureServer({ middlewares }) {
      middlewares.use((request, response, next) => {
        answer(request, response).then((isAnswered) => {
          if (!isAnswered) next();
        }, next);
      });
    },
  };
}
