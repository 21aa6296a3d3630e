import { expect, it, onTestFinished, vi } from 'vitest';

import { findChromium } from '../browsers.ts';
import { CONTROLS } from './canaries.ts';
import { visitWithCanaries } from './canary-visit.ts';

it('what is typed into forms is found nowhere in the profile of the browser, and told to nobody', async () => {
  // Vite makes a release of libraries only then: others have more globals.
  vi.stubEnv('NODE_ENV', 'production');
  onTestFinished(() => void vi.unstubAllEnvs());
  const { inProfile, elsewhere, changed, controls } = await visitWithCanaries('chromium');
  expect(inProfile).toEqual([]);
  expect(elsewhere).toEqual([]);
  expect(changed).toEqual([]);
  // The search finds what the page itself has written. A headless build remembers no fields.
  const { database, storage, field } = CONTROLS;
  const { source } = await findChromium('whole');
  const written = /headless|sparticuz/.test(source) ? [database, storage] : [database, storage, field];
  expect(new Set(controls.map(({ word }) => word))).toEqual(new Set(written));
}, 240_000);
