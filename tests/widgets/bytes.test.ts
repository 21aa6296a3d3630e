import { randomBytes } from 'node:crypto';

import { beforeAll, describe, expect, it, vi } from 'vitest';

import { overBudget, weighWidgets } from './bytes.ts';

/** Makes a module of the widgets two KiB larger. */
const fatten = (module: string) => ({
  name: 'okno:fat',
  transform: (code: string, id: string) =>
    id.endsWith(module) ? `${code}\nconsole.log('${randomBytes(1536).toString('base64')}');` : undefined,
});

describe('the bytes of the widgets', () => {
  // Vite makes a release of libraries only then.
  beforeAll(() => {
    vi.stubEnv('NODE_ENV', 'production');
    return () => vi.unstubAllEnvs();
  });

  it('are within their budgets', async () => {
    expect(overBudget(await weighWidgets())).toEqual([]);
  });

  it('are over it when a widget has grown', async () => {
    const over = overBudget(await weighWidgets([fatten('/status-tracker/status-tracker.ts')]));
    expect(over).toEqual([expect.stringMatching(/^status-tracker: /)]);
  });

  it('are over it when what all widgets share has grown', async () => {
    const over = overBudget(await weighWidgets([fatten('/styles/frame.ts')]));
    expect(over.map((line) => line.split(':')[0])).toEqual([
      'application-form',
      'status-tracker',
      'rating-form',
      'complaint-form',
      'my-applications',
      'sign-in',
      'instant-service',
      'rating-summary',
      'address-field',
    ]);
  });
});
