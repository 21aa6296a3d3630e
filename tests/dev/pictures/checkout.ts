import { existsSync, rmSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';

import type * as galleryModule from '../../gallery/serve-gallery.ts';
import type * as serveModule from '../../hosts/serve.ts';
import type * as sandboxModule from '../../../api-mocks/server.ts';

/** Monday noon in Barnaul: the time of all pictures, in the browser and at the portal. */
export const PICTURE_TIME = new Date('2026-11-23T05:00:00Z');

/** A checkout while it is served. */
export interface ServedCheckout {
  /** Of its three sites. */
  addresses: serveModule.SiteOrigins;
  /** The built catalogue. */
  folder: string;
  /** Address of the gallery, where the checkout has one. */
  gallery: string | undefined;
  close(): Promise<void>;
}

/**
 * Builds a checkout of this repository, this one or an older one, and serves its three origins; the portal is empty and its clock
 * stands still. Works in the checkout's folder from then on: one checkout a process.
 */
export async function serveCheckout(checkout: string): Promise<ServedCheckout> {
  const root = resolve(checkout);
  process.chdir(root);
  process.env['PATH'] = [join(root, 'node_modules/.bin'), process.env['PATH']].join(delimiter);
  const serve = (await import(join(root, 'tests/hosts/serve.ts'))) as typeof serveModule;
  const { startSandbox } = (await import(join(root, 'api-mocks/server.ts'))) as typeof sandboxModule;

  const addresses = serve.siteOriginsFrom(4621);
  const folder = resolve('.okno/pictures');
  const db = resolve('.okno/pictures-portal/sandbox.sqlite');
  rmSync(folder, { recursive: true, force: true });
  rmSync(resolve('.okno/pictures-portal'), { recursive: true, force: true });
  await serve.buildCatalogue(folder, addresses);
  const servers = [
    await serve.serveFolder(folder, Number(new URL(addresses.catalogue).port)),
    await serve.serveMunicipality(addresses),
  ];
  const portal = await startSandbox({
    data: join(folder, 'widgets'),
    db,
    origins: [addresses.catalogue, addresses.municipality],
    port: Number(new URL(addresses.portal).port),
    wallNow: () => PICTURE_TIME,
    scanDelayMs: 0,
    requestsPerMinute: 1e6,
  });
  const gallery = await galleryOf(root);
  async function close() {
    await gallery?.close();
    for (const server of servers) server.close();
    await portal.close();
  }
  return { addresses, folder, gallery: gallery?.url, close };
}

async function galleryOf(root: string): Promise<galleryModule.ServedGallery | undefined> {
  const path = join(root, 'tests/gallery/serve-gallery.ts');
  if (!existsSync(path)) return undefined;
  const { serveGallery } = (await import(path)) as typeof galleryModule;
  return serveGallery(4624, () => PICTURE_TIME);
}
