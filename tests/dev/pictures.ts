/**
 * `npm run pictures`: the two pictures of README.md, taken anew.
 *
 * `-- --take DIR [--root CHECKOUT]` takes all pages at two widths, and every state of the widgets in every
 * look of the gallery, of this checkout or another.
 * `-- --before DIR --after DIR` compares two such sets pixel by pixel, and ends with 1 where they differ.
 * Both sets have to be taken with one browser and the same fonts.
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

import { chromium } from 'playwright-core';

import { findChromium } from '../browsers.ts';
import { WIDTH } from '../gallery/looks.ts';
import { openCamera } from './pictures/camera.ts';
import { serveCheckout, type ServedCheckout } from './pictures/checkout.ts';
import { compareFolders, pictureNamesIn } from './pictures/compare.ts';
import { takeGallery } from './pictures/gallery.ts';
import { takeCatalogue, takeMunicipality, takeSandbox } from './pictures/pages.ts';
import { takeReadme } from './pictures/readme.ts';

const WIDTHS = [1280, 320];
const README_FOLDER = new URL('pictures/', import.meta.url).pathname;

const { values: options } = parseArgs({
  options: {
    take: { type: 'string' },
    root: { type: 'string', default: '.' },
    before: { type: 'string' },
    after: { type: 'string' },
  },
});
if (options.before !== undefined && options.after !== undefined) {
  process.exitCode = (await areSame(options.before, options.after)) ? 0 : 1;
} else {
  const set = options.take === undefined ? undefined : resolve(options.take);
  const served = await serveCheckout(options.root);
  await (set === undefined ? takeReadmeAnew(served) : takeSet(served, set));
  await served.close();
}

/** Takes the two pictures of README.md, 1120 px wide. */
async function takeReadmeAnew({ addresses }: ServedCheckout): Promise<void> {
  const camera = await openCamera(1120, README_FOLDER);
  await takeReadme(camera, addresses, README_FOLDER);
  await camera.close();
}

/** Takes all pages at every width, and the gallery, into the folder `set`. */
async function takeSet({ addresses, folder, gallery }: ServedCheckout, set: string): Promise<void> {
  const cameras = await Promise.all(WIDTHS.map((width) => openCamera(width, `${set}/${width}`)));
  await Promise.all(
    cameras.map(async (camera) => {
      await takeMunicipality(camera, addresses);
      await takeSandbox(camera, addresses);
      await takeCatalogue(camera, folder, addresses);
    }),
  );
  await Promise.all(cameras.map((camera) => camera.close()));
  if (gallery === undefined) return;
  const camera = await openCamera(WIDTH, set);
  await takeGallery(camera, gallery);
  await camera.close();
}

/** Prints which pictures differ, and how many. No pictures at all are not the same. */
async function areSame(before: string, after: string): Promise<boolean> {
  const { executablePath, args } = await findChromium();
  const browser = await chromium.launch({ executablePath, args });
  const names = pictureNamesIn(before, after);
  const differences = await compareFolders(browser, before, after);
  await browser.close();
  for (const { name, difference } of differences) console.log(`${name.padEnd(60)} ${difference}`);
  console.log(`Картинок ${names.length}, отличаются ${differences.length}`);
  return names.length > 0 && differences.length === 0;
}
