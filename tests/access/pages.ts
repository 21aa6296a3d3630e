import { buildCatalogue, serveFolder, servePortal, siteOriginsFrom } from '../hosts/serve.ts';
import { PAGE_TYPES } from '../page-types.ts';
import type { Subject } from './states.ts';

const FOLDER = '.okno/access';
const DATABASE = '.okno/access-portal/sandbox.sqlite';
const ORIGINS = siteOriginsFrom(4971);

/** Builds the catalogue unless it `isBuilt`, serves it beside its portal, and gives a page of each type. */
export async function servePages(lookedAtFrom: string, isBuilt: boolean): Promise<Subject[]> {
  if (!isBuilt) await buildCatalogue(FOLDER, ORIGINS);
  await serveFolder(FOLDER, Number(new URL(ORIGINS.catalogue).port));
  await servePortal(FOLDER, DATABASE, ORIGINS);
  return Object.values(PAGE_TYPES).map((path) => ({
    widget: 'catalogue',
    name: `/${path}`,
    url: ORIGINS.catalogue + path,
    lookedAtFrom,
  }));
}
