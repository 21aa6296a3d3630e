/**
 * `npm run dev`: the catalogue and the widgets from source, the sandbox portal and a municipality's page. What is changed is on the
 * screen at once; the portal restarts when its code or the content changes.
 */
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';

import { dev } from 'astro';
import type { Plugin } from 'vite';

import { contentFolder, pathInFolder } from '../../site/content/folder.ts';
import { writeOknoJson } from '../../site/integrations/widgets.ts';
import { readSpokenNames } from '../../site/integrations/spoken-names.ts';
import { importAddresses } from '../../widgets/addresses/build/import.ts';
import { astroEnvironment, serveMunicipality, type SiteOrigins } from '../hosts/serve.ts';
import { gallery } from '../gallery/gallery-server.ts';
import { DevPortal } from './dev-portal.ts';
import { widgetsFromSource } from './from-source.ts';
import { runServers } from './run-servers.ts';

const FOLDER = resolve('.okno/dev');
const WIDGETS = `${FOLDER}/widgets`;
/** What the portal imports. */
const PORTAL_CODE = /^(?:api-mocks|widgets\/(?:contract|deadlines|text))\/.*(?<!\.test|-for-tests)\.ts$/;

/** Milliseconds between a change and the restart of the portal. */
const PAGE_FIRST = 1500;

await runServers('npm run dev', async (addresses) => {
  Object.assign(process.env, astroEnvironment(addresses));
  mkdirSync(WIDGETS, { recursive: true });
  writeOknoJson(WIDGETS);
  const portal = new DevPortal(WIDGETS, addresses);
  const reload = `<script type="module" src="${addresses.catalogue}@vite/client"></script>`;
  await Promise.all([
    portal.start().then(writeAddresses),
    serveMunicipality(addresses, reload),
    dev({
      server: { port: Number(new URL(addresses.catalogue).port) },
      logLevel: 'warn',
      vite: {
        plugins: [widgetsFromSource(FOLDER), watch(portal), gallery(galleryOptions(addresses))],
        server: { strictPort: true },
      },
    }),
  ]);
  return `Готово за ${(performance.now() / 1000).toFixed(1)} с. Откройте: ${addresses.catalogue}_gallery/`;
});

function galleryOptions({ catalogue, portal, municipality }: SiteOrigins) {
  return {
    portal: { origins: [catalogue] },
    links: { 'Каталог услуг': catalogue, 'Страница муниципалитета': municipality, 'Учебный портал': portal },
  };
}

async function writeAddresses(): Promise<void> {
  const from = `${contentFolder()}/addresses`;
  await importAddresses({ from, out: `${WIDGETS}/addresses`, spoken: readSpokenNames(), force: true });
}

/**
 * Restarts the portal when its code or the content changes, and rebuilds the address index from a changed source. The page that shows
 * the change comes first.
 */
function watch(portal: DevPortal): Plugin {
  return {
    name: 'okno:watch',
    configureServer({ watcher, ws }) {
      const content = contentFolder();
      let restart: ReturnType<typeof setTimeout> | undefined;
      watcher.add(content);
      watcher.on('all', (_event, path) => {
        const changed = pathInFolder(content, path);
        if (changed.startsWith('addresses/')) void writeAddresses();
        else if (!changed.startsWith('..') || PORTAL_CODE.test(pathInFolder('.', path))) {
          clearTimeout(restart);
          restart = setTimeout(() => {
            void portal.start().then(() => {
              if (changed.startsWith('forms/')) ws.send({ type: 'full-reload' });
            });
          }, PAGE_FIRST);
        }
      });
    },
  };
}
