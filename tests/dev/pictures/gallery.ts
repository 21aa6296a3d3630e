import type { Page } from 'playwright-core';

import { LOOKS, WIDTH } from '../../gallery/looks.ts';
import type { Camera } from './camera.ts';

/** Takes every state of every widget in every look: `gallery/rating-form/sent-dark.png`. Rejects when one cannot be reached. */
export async function takeGallery({ page, take }: Camera, url: string): Promise<void> {
  await page.goto(url);
  await page.locator('nav li a').first().waitFor();
  const states = await page
    .locator('nav li a')
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).search));
  for (const state of states) {
    let reached = '';
    for (const [look, { width = WIDTH, hasForcedColours, lang }] of Object.entries(LOOKS)) {
      await page.setViewportSize({ width, height: 1000 });
      await page.emulateMedia({ forcedColors: hasForcedColours ? 'active' : 'none' });
      // Only for another language is the state reached once more.
      if (reached === (lang ?? 'ru')) await page.goto(`${url}${state}#${look}`);
      else await reach(page, `${url}${state}#${look}`);
      reached = lang ?? 'ru';
      await take(`gallery/${nameOf(state)}-${look}`);
    }
  }
}

async function reach(page: Page, address: string): Promise<void> {
  await page.goto('about:blank');
  await page.goto(address);
  const answer = await page.waitForFunction(() => document.documentElement.dataset['reached']);
  const reached = await answer.jsonValue();
  if (reached !== 'yes') throw new Error(`${address}: ${reached ?? ''}`);
}

function nameOf(state: string): string {
  const query = new URLSearchParams(state);
  return `${query.get('widget') ?? ''}/${query.get('state') ?? ''}`;
}
