import { expect, it } from 'vitest';

import { examples } from '../random-examples.ts';
import { randomLives, type Life } from './crash-actions.ts';
import { crashRepeatedly } from './crash-runs.ts';

it('a browser that is killed at any moment loses nothing older than a second', async () => {
  const lives = randomLives(examples(15), 1);
  const { done, faults } = await crashRepeatedly({ engine: 'chromium', lives });
  expect(faults).toEqual([]);
  expect(done.type).toBeGreaterThan(0);
}, 180_000);

/** The citizen types all the time: something is written in each life. */
const TYPING: Life = { lifetime: 2000, actions: [{ does: 'type', question: 0, text: 'абвгд' }] };

it.each([
  ['keeps all that it has, because the vault begins a new log', false, 0],
  ['would throw it away without that', true, 1],
])(
  'Chromium that was killed in the middle of a write %s',
  async (_, isLogKept, times) => {
    const lives = [TYPING, TYPING];
    const { faults, emptied } = await crashRepeatedly({
      engine: 'chromium',
      lives,
      isTorn: true,
      isLogKept,
    });
    expect({ faults, emptied }).toEqual({ faults: [], emptied: times });
  },
  120_000,
);
