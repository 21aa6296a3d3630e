import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import type { AstroIntegration } from 'astro';
import { build } from 'vite';

import { importAddresses } from '../../widgets/addresses/build/import.ts';
import type { RegionContent } from '../catalogue/region.ts';
import { contentFolder } from '../content/folder.ts';
import { readEntries, readRegion } from '../content/read.ts';
import { writePortalData } from './portal-data.ts';
import type { OutputFolder } from './output-folder.ts';
import { hashOfFiles, reuseFolder } from './reuse.ts';
import { readSpokenNames } from './spoken-names.ts';

/** The newest of the portal's texts (`GET /v1/consents/current`). */
const CONSENT_VERSION = '2026-11-29';

/**
 * What `okno.json` beside `okno.js` says: where the portal of the region is, what the widgets know of the region, which services
 * have a form, and which are answered on the spot. The text of the consent is the portal's: a page of its own for each version.
 */
const oknoConfig = (portal: string, { code, timeZone, contact }: RegionContent) => ({
  portal,
  region: { code, timeZone },
  contact: { phone: contact.phone },
  consent: { version: CONSENT_VERSION, url: new URL(`/consents/${CONSENT_VERSION}`, portal).href },
  services: readEntries('forms', contentFolder()).map(({ id }) => id),
  instant: Object.fromEntries(
    readEntries('services', contentFolder()).flatMap(({ id, data: { online } }) =>
      online.instant ? [[id, online.instant]] : [],
    ),
  ),
});

/** Writes `okno.json` into a folder. `OKNO_PORTAL` is the portal's origin; without it, the sandbox of `npm start`. */
export function writeOknoJson(folder: string): void {
  const content = oknoConfig(process.env['OKNO_PORTAL'] ?? 'http://localhost:4322', readRegion());
  writeFileSync(join(folder, 'okno.json'), `${JSON.stringify(content)}\n`);
}

/** Puts the widgets, their configuration, the forms and the address index into `widgets/` of the build. */
export function buildWidgets(output: OutputFolder): AstroIntegration {
  let cache = '';
  return {
    name: 'okno:widgets',
    hooks: {
      'astro:config:done': ({ config }) => {
        cache = fileURLToPath(config.cacheDir);
      },
      'astro:build:done': async ({ dir, logger }) => {
        const out = join(fileURLToPath(dir), 'widgets');
        const code = hashOfFiles(['widgets/**', 'package-lock.json']);
        const widgets = join(cache, 'okno-widgets', code);
        await reuseFolder(widgets, async (outDir) => {
          await build({ configFile: 'widgets/vite.config.ts', build: { outDir }, logLevel: 'warn' });
        });
        output.copy(widgets, out);
        const from = join(contentFolder(), 'addresses');
        const data = hashOfFiles(['widgets/{addresses,text}/**', 'package-lock.json', join(from, '**')]);
        const addresses = join(cache, 'okno-addresses', data);
        await reuseFolder(addresses, async (folder) => {
          await importAddresses({ from, out: folder, spoken: readSpokenNames(), force: true });
        });
        output.copy(addresses, join(out, 'addresses'));
        writePortalData(contentFolder(), out);
        writeOknoJson(out);
        logger.info('widgets, forms and address index are in place');
      },
    },
  };
}
