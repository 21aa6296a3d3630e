import * as v from 'valibot';
import { describe, expect, it } from 'vitest';

import {
  AppointmentListSchema,
  AppointmentSchema,
  SlotListSchema,
  type Appointment,
} from '../../widgets/contract/appointments/schemas.ts';
import {
  TEST_NOW,
  exampleApplication,
  newIdempotencyKey,
  readProblem,
  startTestSandbox,
} from '../testing.ts';

type Portal = Awaited<ReturnType<typeof startTestSandbox>>;
const MONDAY_9 = '2026-11-23T09:00:00+07:00';
const at = (time: string, day = '2026-11-23') => `${day}T${time}:00+07:00`;

/** A portal, and what Anna does there. */
async function withAnna(now = () => TEST_NOW) {
  const portal = await startTestSandbox({ wallNow: now });
  return { portal, ...visitor(portal, 'anna') };
}

/** What a citizen does there; he signs in anew each time, for time may have gone by. */
function visitor(portal: Portal, id: string) {
  const write = (method: string, path: string, body?: object) =>
    portal.call(`/v1/appointments${path}`, {
      method,
      headers: {
        'Content-Type': 'application/json',
        ...(method === 'DELETE' ? {} : { 'Idempotency-Key': newIdempotencyKey() }),
        ...portal.headersOf(id),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
  const book = (startsAt: string, input: object = {}) =>
    write('POST', '', { office: 'komitet', startsAt, ...input });
  return {
    book,
    booked: async (startsAt: string, input = {}): Promise<Appointment> =>
      v.parse(AppointmentSchema, await (await book(startsAt, input)).json()),
    move: (id: string, startsAt: string) => write('PATCH', `/${id}`, { startsAt }),
    cancel: (id: string) => write('DELETE', `/${id}`),
    show: (path: string) => portal.call(`/v1/appointments${path}`, { headers: portal.headersOf(id) }),
    list: async (query = '') =>
      v.parse(
        AppointmentListSchema,
        await (await portal.call(`/v1/appointments${query}`, { headers: portal.headersOf(id) })).json(),
      ),
  };
}

const slots = async (portal: Portal, query = '', office = 'komitet') =>
  v
    .parse(SlotListSchema, await (await portal.call(`/v1/offices/${office}/slots${query}`)).json())
    .items.map(({ startsAt }) => startsAt);
const typeOf = async (response: Response) => (await readProblem(response)).type;

describe('GET /v1/offices/{office}/slots', () => {
  it('begins with the next working day', async () => {
    const { portal } = await withAnna(() => new Date('2026-11-21T05:00:00Z'));
    const free = await slots(portal);
    expect([free[0], free.at(-1), free.length]).toEqual([MONDAY_9, at('16:40', '2026-12-04'), 210]);
  });

  it('shows the days that were asked for', async () => {
    const { portal } = await withAnna();
    expect(await slots(portal, '?from=2026-11-24&days=1')).toHaveLength(21);
    expect(await slots(portal, '?from=2026-11-21&days=2')).toEqual([]);
    expect(await slots(portal, '?from=1999-01-01&days=31')).toEqual([]);
  });

  it('leaves out what is taken, in this office only', async () => {
    const { portal, booked, cancel } = await withAnna();
    const { id } = await booked(MONDAY_9);
    expect(await slots(portal)).not.toContain(MONDAY_9);
    expect(await slots(portal, '', 'otdel-opeki')).toContain(MONDAY_9);
    await cancel(id);
    expect(await slots(portal)).toContain(MONDAY_9);
  });

  it.each(['days=0', 'days=32', 'days=1e1', 'days=-1', 'days=', 'from=завтра', 'from=2026-02-30'])(
    'does not understand %s',
    async (query) => {
      const { portal } = await withAnna();
      const response = await portal.call(`/v1/offices/komitet/slots?${query}`);
      expect(await readProblem(response)).toMatchObject({ type: 'malformed', status: 400 });
    },
  );

  it('knows only offices of the catalogue', async () => {
    const { portal } = await withAnna();
    expect(await typeOf(await portal.call('/v1/offices/net-takogo/slots'))).toBe('not-found');
  });
});

describe('an appointment', () => {
  it('is booked', async () => {
    const { booked, book, show } = await withAnna();
    const appointment = await booked(MONDAY_9);
    expect(appointment).toEqual({
      id: expect.stringMatching(/^[\da-f-]{36}$/) as string,
      office: { slug: 'komitet', title: 'Комитет по образованию', phone: '+7 3852 00-00-00' },
      startsAt: MONDAY_9,
      endsAt: at('09:20'),
      state: 'booked',
    });
    const response = await book(at('09:20'));
    expect(await (await show(response.headers.get('Location')?.slice(16) ?? '')).json()).toEqual(
      await response.json(),
    );
  });

  it('is booked by any way of writing its time', async () => {
    const { booked } = await withAnna();
    expect((await booked('2026-11-23T02:00:00.000Z')).startsAt).toBe(MONDAY_9);
  });

  it.each([
    '2026-11-23T09:10:00+07:00',
    '2026-11-22T09:00:00+07:00',
    '9999-12-31T23:59:59Z',
    '2026-11-23',
    '',
  ])('is not booked for %s', async (startsAt) => {
    const { book } = await withAnna();
    expect((await readProblem(await book(startsAt))).errors).toEqual([
      { pointer: '/startsAt', code: 'slot' },
    ]);
  });

  it('can be about an application of one’s own', async () => {
    const { portal, book, booked } = await withAnna();
    const foreign = await portal.sendApplication();
    const errors = [{ pointer: '/application', code: 'unknown' }];
    for (const number of [foreign.number, '22-2026-999999'])
      expect((await readProblem(await book(MONDAY_9, { application: number }))).errors).toEqual(errors);
    const mine = await portal.post('/v1/applications', exampleApplication(), {
      'Idempotency-Key': newIdempotencyKey(),
      ...portal.headersOf('anna'),
    });
    const { number } = v.parse(v.object({ number: v.string() }), await mine.json());
    expect(await booked(MONDAY_9, { application: number })).toMatchObject({ application: number });
  });

  it('is not booked where nobody is', async () => {
    const { book } = await withAnna();
    const { errors } = await readProblem(await book(MONDAY_9, { office: 'net-takogo' }));
    expect(errors).toEqual([{ pointer: '/office', code: 'unknown' }]);
  });

  it('needs a citizen who has signed in, and is seen by nobody else', async () => {
    const { portal, booked } = await withAnna();
    const { id } = await booked(MONDAY_9);
    expect(await typeOf(await portal.call('/v1/appointments'))).toBe('signed-out');
    const ivan = visitor(portal, 'ivan');
    for (const ask of [
      ivan.show(`/${id}`),
      ivan.show(`/${id}/calendar`),
      ivan.move(id, at('10:00')),
      ivan.cancel(id),
    ])
      expect(await typeOf(await ask)).toBe('not-found');
    expect(await ivan.list()).toEqual({ items: [] });
    expect((await ivan.list(`?after=${id}`)).items).toEqual([]);
  });

  it('takes the time away from others, to whom it comes back', async () => {
    const { portal, booked, move } = await withAnna();
    const ivan = visitor(portal, 'ivan');
    const { id } = await booked(MONDAY_9);
    expect(await typeOf(await ivan.book(MONDAY_9))).toBe('slot-taken');
    expect((await move(id, at('15:00'))).status).toBe(200);
    expect((await ivan.book(MONDAY_9)).status).toBe(201);
    expect(await typeOf(await move(id, MONDAY_9))).toBe('slot-taken');
  });

  it('is one of two that were asked for at once', async () => {
    const { portal } = await withAnna();
    const citizens = ['anna', 'ivan', 'olga', 'timur'].map((id) => visitor(portal, id));
    const answers = await Promise.all(citizens.map(({ book }) => book(MONDAY_9)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
  });

  it('is one of three, and of one at a time', async () => {
    const { book, booked, cancel } = await withAnna();
    await booked(MONDAY_9);
    expect(await readProblem(await book(MONDAY_9, { office: 'otdel-opeki' }))).toMatchObject({
      type: 'slot-taken',
      detail: 'На это время вы уже записаны в другое место.',
    });
    await booked(at('09:20'));
    const { id } = await booked(at('09:40'));
    expect(await typeOf(await book(at('10:00')))).toBe('appointment-limit');
    await cancel(id);
    expect((await book(at('10:00'))).status).toBe(201);
  });

  it('is cancelled as often as one likes, and stays in the list', async () => {
    const { booked, cancel, move, list } = await withAnna();
    const { id } = await booked(MONDAY_9);
    expect([(await cancel(id)).status, (await cancel(id)).status]).toEqual([204, 204]);
    expect((await list()).items).toMatchObject([{ id, state: 'cancelled' }]);
    expect(await typeOf(await move(id, at('10:00')))).toBe('wrong-state');
  });

  it('cannot be changed when its time has come', async () => {
    let now = TEST_NOW;
    const { booked, cancel, move, list } = await withAnna(() => now);
    const { id } = await booked(MONDAY_9);
    now = new Date(MONDAY_9);
    expect(await typeOf(await move(id, at('10:00')))).toBe('wrong-state');
    expect(await typeOf(await cancel(id))).toBe('wrong-state');
    expect((await list()).items).toMatchObject([{ id, state: 'over' }]);
  });

  it('is listed in pages, the latest first', async () => {
    const { booked, list } = await withAnna();
    for (const time of ['09:20', '09:00', '14:00']) await booked(at(time));
    const first = await list('?limit=2');
    expect(first.items.map(({ startsAt }) => startsAt)).toEqual([at('14:00'), at('09:20')]);
    const rest = await list(`?limit=2&after=${first.next}`);
    expect(rest.items.map(({ startsAt }) => startsAt)).toEqual([MONDAY_9]);
    expect(rest.next).toBeUndefined();
  });

  it('is announced whenever it changes', async () => {
    const { portal, booked, move, cancel } = await withAnna();
    const { id } = await booked(MONDAY_9);
    await move(id, at('10:00'));
    await cancel(id);
    await cancel(id);
    const rows = portal.context().db.prepare('SELECT citizen, kind, subject FROM events').all();
    expect(rows.map((row) => Object.values(row))).toEqual(Array(3).fill(['anna', 'appointmentChanged', id]));
  });

  it('goes into a calendar, with a number that grows', async () => {
    const { booked, move, cancel, show } = await withAnna();
    const { id } = await booked(MONDAY_9);
    const calendar = async () => {
      const response = await show(`/${id}/calendar`);
      return { type: response.headers.get('Content-Type'), text: await response.text() };
    };
    expect((await calendar()).type).toBe('text/calendar; charset=utf-8; method=PUBLISH');
    expect((await calendar()).text).toContain('SEQUENCE:0\r\n');
    await move(id, at('10:00'));
    expect((await calendar()).text).toMatch(/SEQUENCE:1\r\n[^]*Barnaul:20261123T100000\r\n/);
    await cancel(id);
    expect((await calendar()).text).toMatch(/SEQUENCE:2\r\n[^]*STATUS:CANCELLED\r\n/);
  });
});
