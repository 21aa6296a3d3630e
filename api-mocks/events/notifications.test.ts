import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { EVENT_KINDS, type EventKind } from '../../widgets/contract/events/schemas.ts';
import { requireDemoCitizen } from '../sign-in/citizens.ts';
import { runTransaction } from '../store/database.ts';
import { addEvent } from './events.ts';
import { readOutbox } from './outbox.ts';
import { PAGE_ORIGIN, TEST_NOW, readProblem, startTestSandbox } from '../testing.ts';

type Portal = Awaited<ReturnType<typeof startTestSandbox>>;
const ALL = { email: true, sms: true, quietAtNight: true };

const happen = (portal: Portal, citizen: string, kind: EventKind = 'applicationChanged') => {
  const inside = portal.context();
  runTransaction(inside.db, () => {
    addEvent(inside, { citizen, kind, subject: '22-2026-000001' });
  });
};
const prefer = (portal: Portal, citizen: string, preferences: object) =>
  portal.call('/v1/notification-preferences', {
    method: 'PUT',
    headers: { ...portal.headersOf(citizen), 'Content-Type': 'application/json' },
    body: JSON.stringify(preferences),
  });
const shown = async (portal: Portal, citizen: string) =>
  (
    await portal.call('/v1/notification-preferences', { headers: portal.headersOf(citizen) })
  ).json() as Promise<unknown>;

describe('/v1/notification-preferences', () => {
  it('begins with e-mail where the profile has an address', async () => {
    const portal = await startTestSandbox();
    const { email, phone } = requireDemoCitizen('anna').profile;
    expect(await shown(portal, 'anna')).toEqual({
      cabinet: true,
      email: true,
      sms: false,
      quietAtNight: true,
      addresses: { email, phone },
    });
    expect(await shown(portal, 'ivan')).toMatchObject({ email: false, addresses: {} });
  });

  it('keeps what was chosen', async () => {
    const portal = await startTestSandbox();
    const chosen = { email: false, sms: true, quietAtNight: false };
    expect(await (await prefer(portal, 'anna', chosen)).json()).toMatchObject(chosen);
    await portal.restart();
    expect(await shown(portal, 'anna')).toMatchObject(chosen);
  });

  it('promises no letters to an address that is not there', async () => {
    const portal = await startTestSandbox();
    const refused = await readProblem(await prefer(portal, 'ivan', ALL));
    expect(refused).toMatchObject({ status: 422, errors: [{ pointer: '/email', code: 'contact' }] });
    expect((await prefer(portal, 'ivan', { ...ALL, email: false })).status).toBe(200);
  });
});

describe('the outbox', () => {
  it('has an e-mail of what has happened', async () => {
    const portal = await startTestSandbox();
    happen(portal, 'anna');
    expect(readOutbox(portal.context())).toMatchObject([
      {
        channel: 'email',
        to: requireDemoCitizen('anna').profile.email,
        subject: 'По заявлению 22-2026-000001 есть новости',
        at: TEST_NOW.toISOString(),
        sendAt: TEST_NOW.toISOString(),
      },
    ]);
  });

  it('has nothing for who wants nothing, and an SMS for who wants one', async () => {
    const portal = await startTestSandbox();
    happen(portal, 'ivan');
    expect(readOutbox(portal.context())).toEqual([]);
    await prefer(portal, 'ivan', { ...ALL, email: false });
    happen(portal, 'ivan');
    expect(readOutbox(portal.context())).toMatchObject([
      { channel: 'sms', to: requireDemoCitizen('ivan').profile.phone },
    ]);
  });

  it('tells no secrets but the first name, and leads to the catalogue and the portal only', async () => {
    const portal = await startTestSandbox();
    await prefer(portal, 'anna', ALL);
    for (const kind of EVENT_KINDS) happen(portal, 'anna', kind);
    const said = readOutbox(portal.context())
      .map(({ subject = '', text }) => subject + text)
      .join();
    const { firstName, lastName, middleName, birthDate, snils, phone, email, address } =
      requireDemoCitizen('anna').profile;
    expect(said).toContain(firstName);
    for (const secret of [lastName, middleName, birthDate, snils, phone, email, address?.line])
      expect(said).not.toContain(secret);
    const origins = Array.from(said.matchAll(/https?:\/\/[^\s,]+/g), ([url]) => new URL(url).origin);
    expect(new Set(origins)).toEqual(new Set([PAGE_ORIGIN, portal.url()]));
  });

  it.each([
    ['at noon', '2026-11-21T12:00:00+07:00', '2026-11-21T12:00:00+07:00'],
    ['late', '2026-11-21T21:00:00+07:00', '2026-11-22T09:00:00+07:00'],
    ['before dawn', '2026-11-21T00:30:00+07:00', '2026-11-21T09:00:00+07:00'],
    ['at nine', '2026-11-21T09:00:00+07:00', '2026-11-21T09:00:00+07:00'],
  ])('lets people sleep: an SMS written %s goes when they are awake', async (_, now, sendAt) => {
    const portal = await startTestSandbox({ wallNow: () => new Date(now) });
    await prefer(portal, 'ivan', { ...ALL, email: false });
    happen(portal, 'ivan');
    expect(readOutbox(portal.context())).toMatchObject([{ sendAt: new Date(sendAt).toISOString() }]);
  });

  it('wakes who wants to be woken, and an e-mail wakes nobody', async () => {
    const night = new Date('2026-11-21T23:00:00+07:00');
    const portal = await startTestSandbox({ wallNow: () => night });
    await prefer(portal, 'anna', { ...ALL, quietAtNight: false });
    happen(portal, 'anna');
    await prefer(portal, 'anna', { ...ALL, sms: false });
    happen(portal, 'anna');
    for (const { sendAt } of readOutbox(portal.context())) expect(sendAt).toBe(night.toISOString());
  });

  it('cannot be read by who has the file alone', async () => {
    const portal = await startTestSandbox();
    happen(portal, 'anna');
    portal.context().db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    const file = readFileSync(portal.db).toString();
    expect(file).toContain('applicationChanged');
    for (const secret of [requireDemoCitizen('anna').profile.email ?? '', 'Анна', 'Здравствуйте'])
      expect(file).not.toContain(secret);
  });
});
