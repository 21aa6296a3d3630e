import { expect, it } from 'vitest';

import { examples } from '../random-examples.ts';
import { playInterruptions } from './interruptions.ts';
import { playTabs } from './tab-histories.ts';

/** The commands `test:tabs` and `test:expiry` play others. */
const SEED = 1;

it.each([
  ['that tell each other what they write', false],
  ['without BroadcastChannel and Web Locks', true],
])(
  'two tabs of a browser %s lose no answer and no file silently',
  async (_, isPlain) => {
    const runs = examples(3);
    const played = await playTabs({ runs, seed: SEED, isPlain, milliseconds: examples(60_000) });
    console.info(played);
    expect(played.histories).toBeGreaterThan(0);
  },
  240_000,
);

it('a citizen goes on after the session, the network or the portal was gone, with every letter and file', async () => {
  const { letters, files } = await playInterruptions({ isAll: false, turn: SEED });
  expect({ letters, files }).toEqual({ letters: 90, files: 3 });
});
