import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Browser, Page } from 'playwright-core';

/** A picture that is not the same in two sets. */
export interface Difference {
  /** Its path in the set. */
  name: string;
  /** In Russian: «пикселей 12», «раньше не было». */
  difference: string;
}

/** The names of all pictures in these folders. */
export const pictureNamesIn = (...folders: string[]): string[] =>
  [...new Set(folders.flatMap((cwd) => globSync('**/*.png', { cwd })))].sort();

/** Compares two folders of pictures, pixel by pixel. */
export async function compareFolders(browser: Browser, before: string, after: string): Promise<Difference[]> {
  const page = await browser.newPage();
  const differences: Difference[] = [];
  for (const name of pictureNamesIn(before, after)) {
    const difference = await differenceOf(page, join(before, name), join(after, name));
    if (difference) differences.push({ name, difference });
  }
  await page.close();
  return differences;
}

/** Says how two pictures differ; empty when they do not. */
async function differenceOf(page: Page, before: string, after: string): Promise<string> {
  if (!existsSync(before)) return 'раньше не было';
  if (!existsSync(after)) return 'больше нет';
  const [a, b] = [readFileSync(before), readFileSync(after)];
  if (a.equals(b)) return '';
  const pixels = await page.evaluate(
    countPixels,
    [a, b].map((file) => file.toString('base64')),
  );
  return pixels === 0 ? '' : `пикселей ${pixels}`;
}

/** In the page: how many pixels differ between two pictures. What only the larger one has differs. */
async function countPixels(pictures: string[]): Promise<number> {
  const images = await Promise.all(
    pictures.map(async (picture) =>
      createImageBitmap(await (await fetch(`data:image/png;base64,${picture}`)).blob()),
    ),
  );
  const width = Math.max(...images.map((image) => image.width));
  const height = Math.max(...images.map((image) => image.height));
  const [a, b] = images.map((image) => {
    const context = new OffscreenCanvas(width, height).getContext('2d');
    context?.drawImage(image, 0, 0);
    return new Uint32Array(context?.getImageData(0, 0, width, height).data.buffer ?? new ArrayBuffer());
  });
  return a && b ? a.reduce((count, pixel, i) => count + Number(pixel !== b[i]), 0) : 0;
}
