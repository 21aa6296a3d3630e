import * as v from 'valibot';
import { describe, expect, it } from 'vitest';

import { ApplicationCreatedSchema } from '../../widgets/contract/applications/schemas.ts';
import { ComplaintCreatedSchema } from '../../widgets/contract/complaints/schemas.ts';
import { ErasureSchema } from '../../widgets/contract/consents/schemas.ts';
import { answerComplaint } from '../workflow/complaint-answers.ts';
import { moveCaseTo } from '../workflow/officials.ts';
import { exampleApplication, exampleComplaint, newIdempotencyKey, startTestSandbox } from '../testing.ts';
import type { TestSandbox } from '../testing-browser.ts';

const apply = async (portal: TestSandbox, id: string) => {
  const headers = { 'Idempotency-Key': newIdempotencyKey(), ...portal.headersOf(id) };
  const response = await portal.post('/v1/applications', exampleApplication(), headers);
  return v.parse(ApplicationCreatedSchema, await response.json());
};
const erase = async (portal: TestSandbox, id: string, key = newIdempotencyKey()) => {
  const headers = { 'Idempotency-Key': key, ...portal.headersOf(id) };
  return v.parse(
    ErasureSchema,
    await (await portal.call('/v1/erasures', { method: 'POST', headers })).json(),
  );
};

/** Everything in the database, as text, without `table`s named. */
const stored = (portal: TestSandbox, ...without: string[]) => {
  const { db } = portal.context();
  const tables = db
    .prepare(`SELECT name FROM sqlite_master WHERE type = 'table'`)
    .all()
    .map(({ name }) => String(name))
    .filter((name) => !without.includes(name));
  return JSON.stringify(tables.map((table) => [table, db.prepare(`SELECT * FROM ${table}`).all()]));
};

describe('erasure', () => {
  it('takes what is closed, and names what is under way', async () => {
    const portal = await startTestSandbox();
    const [closed, open] = [await apply(portal, 'anna'), await apply(portal, 'anna')];
    moveCaseTo(portal.context(), closed.number, { to: 'ready' });
    expect(await erase(portal, 'anna')).toEqual({
      erasedAt: '2026-11-20T05:00:00.000Z',
      erased: [closed.number],
      kept: [{ number: open.number, dueOn: open.dueOn }],
    });
    expect(stored(portal)).not.toContain(closed.number);
    expect((await portal.status(open)).state).toBe('registered');
  });

  it('takes a complaint that has been answered', async () => {
    const portal = await startTestSandbox();
    const headers = { 'Idempotency-Key': newIdempotencyKey(), ...portal.headersOf('anna') };
    const response = await portal.post('/v1/complaints', exampleComplaint(), headers);
    const { number } = v.parse(ComplaintCreatedSchema, await response.json());
    expect((await erase(portal, 'anna')).kept).toMatchObject([{ number }]);
    answerComplaint(portal.context(), number, { satisfied: true, text: 'Ответ.' });
    expect((await erase(portal, 'anna')).erased).toEqual([number]);
  });

  it('does not touch what is of others', async () => {
    const portal = await startTestSandbox();
    const others = await apply(portal, 'ivan');
    moveCaseTo(portal.context(), others.number, { to: 'refused' });
    expect((await erase(portal, 'anna')).erased).toEqual([]);
    expect((await portal.status(others)).state).toBe('refused');
  });

  it('leaves no row that names the citizen, besides the session', async () => {
    const portal = await startTestSandbox();
    const { number } = await apply(portal, 'anna');
    moveCaseTo(portal.context(), number, { to: 'withdrawn' });
    expect(stored(portal, 'sessions')).toContain('anna');
    await erase(portal, 'anna');
    expect(stored(portal, 'sessions')).not.toContain('anna');
  });

  // A table that is added has to be thought of: here, and in `erasure.ts` where no foreign key sees to it.
  it('has been told of every table that names a citizen or a case', async () => {
    const portal = await startTestSandbox();
    const tables = portal
      .context()
      .db.prepare(
        `SELECT DISTINCT m.name FROM sqlite_master m JOIN pragma_table_info(m.name) c
         WHERE m.type = 'table' AND c.name IN ('citizen', 'application', 'complaint') ORDER BY m.name`,
      )
      .all();
    expect(tables.map(({ name }) => name)).toEqual([
      'applications',
      'appointments',
      'caseContacts',
      'caseNotices',
      'complaintAnswers',
      'complaintHistory',
      'complaints',
      'drafts',
      'escalations',
      'events',
      'files',
      'history',
      'instantRequests',
      'invoices',
      'letters',
      'lives',
      'notificationPreferences',
      'outbox',
      'overdueNotices',
      'questions',
      'ratings',
      'refusals',
      'sessions',
      'stepUps',
      'uploads',
      'visitOffers',
    ]);
  });
});
