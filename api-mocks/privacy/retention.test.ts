import { expect, it } from 'vitest';

import { RETENTION_RULES, deleteExpiredData } from './retention.ts';
import { TEST_NOW, newIdempotencyKey, startTestSandbox } from '../testing.ts';

const DAY = 86_400_000;

it('throws away answers of keys after thirty days, but for those that have made a case', async () => {
  let now = TEST_NOW;
  const portal = await startTestSandbox({ wallNow: () => now });
  const created = await portal.sendApplication();
  await portal.post(
    '/v1/page-feedback',
    { path: '/', useful: true },
    { 'Idempotency-Key': newIdempotencyKey() },
  );
  const { db } = portal.context();
  const answers = () => db.prepare('SELECT createdCase FROM answered ORDER BY createdCase').all();
  const ofCase = { createdCase: created.number };
  now = new Date(TEST_NOW.getTime() + 30 * DAY);
  deleteExpiredData(portal.context());
  expect(answers()).toEqual([{ createdCase: null }, ofCase]);
  now = new Date(TEST_NOW.getTime() + 30 * DAY + 1);
  deleteExpiredData(portal.context());
  expect(answers()).toEqual([ofCase]);
  expect(await portal.status(created)).toMatchObject({ state: 'registered' });
});

it('throws away what has ended when the portal starts', async () => {
  let now = TEST_NOW;
  const portal = await startTestSandbox({ wallNow: () => now });
  portal.headersOf('anna');
  const rows = (table: string) => portal.context().db.prepare(`SELECT * FROM ${table}`).all().length;
  expect([rows('sessions'), rows('tokens') > 0]).toEqual([1, true]);
  now = new Date(TEST_NOW.getTime() + DAY);
  await portal.restart();
  expect([rows('sessions'), rows('tokens')]).toEqual([0, 0]);
});

it.each(RETENTION_RULES)('knows how $column of $table is written', async ({ table, column, inMs }) => {
  const portal = await startTestSandbox();
  const columns = portal.context().db.prepare(`PRAGMA table_info(${table})`).all();
  const { type } = columns.find(({ name }) => name === column) ?? {};
  expect(type).toBe(inMs ? 'INTEGER' : 'TEXT');
});
