import { expect, it } from 'vitest';

import { CONTROLS } from './canaries.ts';
import { visitWithCanaries } from './canary-visit.ts';

it('what is typed into forms is found nowhere in the profile of the browser, and told to nobody', async () => {
  const { inProfile, elsewhere, changed, controls } = await visitWithCanaries('chromium');
  expect(inProfile).toEqual([]);
  expect(elsewhere).toEqual([]);
  expect(changed).toEqual([]);
  // The search finds what the page itself has written: in the database, the storage and the session.
  expect(new Set(controls.map(({ word }) => word))).toEqual(new Set(Object.values(CONTROLS)));
}, 120_000);
