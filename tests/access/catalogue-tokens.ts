/** The colours of the catalogue, which are texts on what: `site/styles/tokens.css`. */
import { readFileSync } from 'node:fs';

import { faultsOfQuietTexts } from './quiet-text.ts';

const TOKENS = new URL('../../site/styles/tokens.css', import.meta.url);
const GROUNDS = ['paper', 'ground', 'accent-wash', 'warn-wash', 'mark'];
/** Texts, and what is behind them. */
const PAIRS: Record<string, readonly string[]> = {
  ink: GROUNDS,
  quiet: GROUNDS,
  accent: GROUNDS,
  'accent-deep': GROUNDS,
  good: ['paper', 'ground'],
  warn: ['paper', 'ground', 'warn-wash'],
  'on-accent': ['accent', 'accent-deep'],
  'on-lake': ['lake'],
  'lake-quiet': ['lake'],
};
/** Its only text is that of the large button. */
const BUTTON: Record<string, readonly string[]> = { 'on-wheat': ['wheat'] };

/** The pairs of its light and dark colours that are too quiet, by their scheme. */
export function faultsOfTokens(): { scheme: string; faults: string[] }[] {
  const [light = '', dark = ''] = readFileSync(TOKENS, 'utf8').split('@media');
  return Object.entries({ light, dark: light + dark }).map(([scheme, css]) => {
    const colours = Object.fromEntries(
      [...css.matchAll(/--([\w-]+): (#\w+);/g)].map(([, name = '', colour = '']) => [name, colour]),
    );
    const pairs = (of: typeof PAIRS, fontWeight: number) =>
      Object.entries(of).flatMap(([text, grounds]) =>
        grounds.map((ground) => ({
          text: `${text} on ${ground}`,
          front: colours[text] ?? '',
          back: colours[ground] ?? '',
          fontSize: 17,
          fontWeight,
        })),
      );
    return { scheme, faults: faultsOfQuietTexts([...pairs(PAIRS, 400), ...pairs(BUTTON, 600)]) };
  });
}
