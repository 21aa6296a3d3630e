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
    await page.goto('about:blank');
    await page.goto(url + state);
    const answer = await page.waitForFunction(() => document.documentElement.dataset['reached']);
    const reached = await answer.jsonValue();
    if (reached !== 'yes') throw new Error(`${url}${state}: ${reached ?? ''}`);
    for (const look of Object.keys(LOOKS)) {
      await setLook(page, look);
      await take(`gallery/${nameOf(state)}-${look}`);
    }
  }
}

/** Changes what is around the widget, which stays in its state. */
async function setLook(page: Page, name: string): Promise<void> {
  const { width = WIDTH, hasForcedColours = false } = LOOKS[name] ?? {};
  await page.setViewportSize({ width, height: 1000 });
  await page.emulateMedia({ forcedColors: hasForcedColours ? 'active' : 'none' });
  await page.evaluate((look) => {
    location.hash = look;
  }, name);
  await page.waitForFunction((look) => document.documentElement.dataset['look'] === look, name);
}

function nameOf(state: string): string {
  const query = new URLSearchParams(state);
  return `${query.get('widget') ?? ''}/${query.get('state') ?? ''}`;
}
