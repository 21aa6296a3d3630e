import type { Page } from '@playwright/test';

import { findChromium } from '../browsers.ts';
import { JOURNEY_ORIGINS } from './journey-portal.ts';

const { catalogue, municipality } = JOURNEY_ORIGINS;

/** Folder of the widgets in the catalogue. */
export const WIDGETS = `${catalogue}widgets/`;
/** The line that a municipality pastes. */
export const LINE = `<script type="module" src="${WIDGETS}okno.js"></script>`;
/** What stands inside a tag. */
export const FALLBACK = 'Заявление примут в МФЦ на улице Примерной';

const { executablePath, args } = await findChromium();
/** Chromium takes a page that the test answers itself for one of the Internet, and would not let it fetch from this machine. */
export const LAUNCH_OPTIONS = {
  executablePath,
  args: [...args, '--disable-features=LocalNetworkAccessChecks'],
};

/** A page in the place of the municipality's. */
interface EmbeddedPage {
  /** HTML inside the body. */
  body: string;
  /** Headers of the page. */
  headers?: Record<string, string>;
  /** Origin of the page with `/` at the end; that of the municipality without it. */
  origin?: string;
}

/** Opens a page that embeds widgets. Gives what was written to the console, in the order in which it came. */
export async function openEmbeddedPage(
  on: Page,
  { body, headers = {}, origin = municipality }: EmbeddedPage,
): Promise<string[]> {
  const told: string[] = [];
  on.on('console', (message) => told.push(message.text()));
  on.on('pageerror', (error) => told.push(error.message));
  await on.route(`${origin}embedded`, (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      headers,
      body: `<!doctype html><html lang="ru"><title>Сайт</title><link rel="icon" href="data:,">${body}`,
    }),
  );
  await on.goto(`${origin}embedded`);
  return told;
}

/** The messages of ours among those of the console. */
export const oursIn = (told: readonly string[]): string[] =>
  told.filter((message) => message.startsWith('Окно: '));
