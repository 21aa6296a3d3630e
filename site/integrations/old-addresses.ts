import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import type { AstroIntegration } from 'astro';

import { CARD_TABS } from '../catalogue/card-tabs.ts';
import { readEntries } from '../content/read.ts';

/** Pages that have another address now, and that address. */
const MOVED = { адреса: '/addresses/' };

/**
 * Leads old addresses to the new ones, without script and on any file server. Tabs of a card had pages of their own:
 * `/services/detskiy-sad/documents/`.
 */
export function leadOldAddresses(): AstroIntegration {
  let base = '/';
  return {
    name: 'okno:old-addresses',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.replace(/\/*$/u, '/');
      },
      'astro:build:done': ({ dir }) => {
        const out = fileURLToPath(dir);
        const tabs = Object.keys(CARD_TABS).slice(1);
        const moved = [
          ...Object.entries(MOVED),
          ...readEntries('services').flatMap(({ id }) =>
            tabs.map((tab) => [`services/${id}/${tab}`, `/services/${id}/#${tab}`] as const),
          ),
        ];
        for (const [from, to] of moved) {
          const folder = join(out, from);
          // The folder above is there, but for an address of its own: to ask for all above takes most of the time.
          mkdirSync(folder, { recursive: !from.startsWith('services/') });
          writeFileSync(join(folder, 'index.html'), movedPage(`${base}${to.slice(1)}`));
        }
      },
    },
  };
}

/** A page that leads to another one at once. */
const movedPage = (to: string) =>
  `<!doctype html><html lang="ru"><head><meta charset="utf-8"><meta name="robots" content="noindex">` +
  `<meta http-equiv="refresh" content="0;url=${to}"><title>Страница переехала</title></head>` +
  `<body><p>Страница переехала: <a href="${to}">перейти на новый адрес</a>.</p></body></html>\n`;
