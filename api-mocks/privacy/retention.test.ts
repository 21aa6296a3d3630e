import { expect, it } from 'vitest';

import { RULES, sweep } from './retention.ts';
import { NOW, sandbox } from '../testing.ts';

const DAY = 86_400_000;

it('throws away answers of keys after thirty days, and no case', async () => {
  let now = NOW;
  const portal = await sandbox({ now: () => now });
  const created = await portal.apply();
  const { db } = portal.inside();
  const answers = () => db.prepare('SELECT count(*) AS count FROM answered').get()?.['count'];
  now = new Date(NOW.getTime() + 30 * DAY);
  sweep(portal.inside());
  expect(answers()).toBe(1);
  now = new Date(NOW.getTime() + 30 * DAY + 1);
  sweep(portal.inside());
  expect(answers()).toBe(0);
  expect(await portal.status(created)).toMatchObject({ state: 'registered' });
});

it('throws away what has ended when the portal starts', async () => {
  let now = NOW;
  const portal = await sandbox({ now: () => now });
  portal.as('anna');
  const rows = (table: string) => portal.inside().db.prepare(`SELECT * FROM ${table}`).all().length;
  expect([rows('sessions'), rows('tokens') > 0]).toEqual([1, true]);
  now = new Date(NOW.getTime() + DAY);
  await portal.restart();
  expect([rows('sessions'), rows('tokens')]).toEqual([0, 0]);
});

it.each(RULES)('knows how $column of $table is written', async ({ table, column, inMs }) => {
  const portal = await sandbox();
  const columns = portal.inside().db.prepare(`PRAGMA table_info(${table})`).all();
  const { type } = columns.find(({ name }) => name === column) ?? {};
  expect(type).toBe(inMs ? 'INTEGER' : 'TEXT');
});
