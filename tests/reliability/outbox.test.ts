import { expect, it } from 'vitest';

import { visitWithOutbox } from './outbox-visit.ts';

it('what was composed without a connection arrives once when the browser is opened again, and tells its number', async () => {
  const { number, applications } = await visitWithOutbox();
  expect(number).toMatch(/^22-\d{4}-\d{6}$/);
  expect(applications).toBe(1);
}, 180_000);
