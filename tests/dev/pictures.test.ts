import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { chromium, type Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';

import { findChromium } from '../browsers.ts';
import { compareFolders } from './pictures/compare.ts';

let browser: Browser;
beforeAll(async () => {
  const { executablePath, args } = await findChromium();
  browser = await chromium.launch({ executablePath, args });
});
afterAll(() => browser.close());

/** A picture of 20 × 20 pixels with a black bar of so many pixels, as high as one. */
async function pictureWith(bar: number): Promise<Buffer> {
  const page = await browser.newPage({ viewport: { width: 20, height: 20 } });
  await page.setContent(
    `<body style="margin: 0"><div style="width: ${bar}px; height: 1px; background: #000">`,
  );
  const picture = await page.screenshot();
  await page.close();
  return picture;
}

/** Compares two sets, each a picture by name; answers with what is printed. */
async function differencesOf(before: Record<string, Buffer>, after: Record<string, Buffer>) {
  const folder = mkdtempSync(join(tmpdir(), 'okno-pictures-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  for (const [set, pictures] of Object.entries({ before, after })) {
    mkdirSync(join(folder, set));
    for (const [name, picture] of Object.entries(pictures)) writeFileSync(join(folder, set, name), picture);
  }
  return compareFolders(browser, join(folder, 'before'), join(folder, 'after'));
}

describe('comparing pictures', () => {
  it('counts the pixels that differ, and names pictures that only one set has', async () => {
    const [short, long] = [await pictureWith(3), await pictureWith(8)];
    expect(
      await differencesOf(
        { 'a.png': short, 'b.png': short, 'c.png': short },
        { 'b.png': long, 'c.png': short, 'd.png': long },
      ),
    ).toEqual([
      { name: 'a.png', difference: 'больше нет' },
      { name: 'b.png', difference: 'пикселей 5' },
      { name: 'd.png', difference: 'раньше не было' },
    ]);
  });
});
