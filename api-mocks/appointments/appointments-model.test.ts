import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';

import { checkProperty } from '../../tests/random-examples.ts';
import { AppointmentListSchema } from '../../widgets/contract/appointments/schemas.ts';
import { newIdempotencyKey, startTestSandbox } from '../testing.ts';

const WHO = ['anna', 'ivan'];
const OFFICES = ['komitet', 'otdel-opeki'];
const TIMES = ['09:00', '09:20', '12:40', '13:00', '14:00'].map((time) => `2026-11-23T${time}:00+07:00`);
const LUNCH = TIMES[3];

interface Visit {
  who: string;
  office: string;
  time: string;
  cancelled: boolean;
}
type Step = { who: string } & (
  | { does: 'book'; office: string; time: string }
  | { does: 'move'; visit: number; time: string }
  | { does: 'cancel'; visit: number }
);

const who = fc.constantFrom(...WHO);
const time = fc.constantFrom(...TIMES);
const visit = fc.nat(4);
const steps = fc.array(
  fc.oneof(
    {
      weight: 3,
      arbitrary: fc.record({
        does: fc.constant('book' as const),
        who,
        office: fc.constantFrom(...OFFICES),
        time,
      }),
    },
    fc.record({ does: fc.constant('move' as const), who, visit, time }),
    fc.record({ does: fc.constant('cancel' as const), who, visit }),
  ),
  { maxLength: 30 },
);

/** What the rules say of a step, written anew: the status, and what becomes of the visits. */
function expected(visits: Visit[], step: Step): number {
  const mine = (other: Visit) => other.who === step.who && !other.cancelled;
  const clash = (office: string, at: string, self?: Visit) =>
    visits.some(
      (other) =>
        other !== self && !other.cancelled && other.time === at && (other.office === office || mine(other)),
    );
  if (step.does === 'book') {
    if (step.time === LUNCH) return 422;
    if (clash(step.office, step.time) || visits.filter(mine).length >= 3) return 409;
    visits.push({ who: step.who, office: step.office, time: step.time, cancelled: false });
    return 201;
  }
  const found = visits[step.visit];
  if (found?.who !== step.who) return 404;
  if (step.does === 'cancel') {
    found.cancelled = true;
    return 204;
  }
  if (found.cancelled) return 409;
  if (step.time === LUNCH) return 422;
  if (clash(found.office, step.time, found)) return 409;
  found.time = step.time;
  return 200;
}

describe('any number of bookings, moves and cancellations', () => {
  it('leaves what the rules say', async () => {
    const portal = await startTestSandbox();
    const headers = new Map(WHO.map((id) => [id, portal.headersOf(id)]));
    const send = (id: string, method: string, path: string, body?: object) =>
      portal.call(`/v1/appointments${path}`, {
        method,
        headers: {
          'Content-Type': 'application/json',
          'Idempotency-Key': newIdempotencyKey(),
          ...headers.get(id),
        },
        ...(body && { body: JSON.stringify(body) }),
      });
    await checkProperty(
      fc.asyncProperty(steps, async (history) => {
        portal.context().db.exec('DELETE FROM appointments');
        const visits: Visit[] = [];
        const ids: string[] = [];
        for (const step of history) {
          const status = expected(visits, step);
          const id = step.does === 'book' ? '' : `/${ids[step.visit] ?? crypto.randomUUID()}`;
          const response = await {
            book: () =>
              send(step.who, 'POST', '', {
                office: 'office' in step ? step.office : '',
                startsAt: 'time' in step ? step.time : '',
              }),
            move: () => send(step.who, 'PATCH', id, { startsAt: 'time' in step ? step.time : '' }),
            cancel: () => send(step.who, 'DELETE', id),
          }[step.does]();
          expect(response.status, JSON.stringify(step)).toBe(status);
          if (status === 201) ids.push(v.parse(v.object({ id: v.string() }), await response.json()).id);
        }
        for (const id of WHO) {
          const { items } = v.parse(AppointmentListSchema, await (await send(id, 'GET', '')).json());
          const seen = items.map(({ id, office, startsAt, state }) => [
            ids.indexOf(id),
            office.slug,
            startsAt,
            state,
          ]);
          const wanted = visits.flatMap((one, i) =>
            one.who === id ? [[i, one.office, one.time, one.cancelled ? 'cancelled' : 'booked']] : [],
          );
          expect(seen).toHaveLength(wanted.length);
          expect(seen).toEqual(expect.arrayContaining(wanted));
        }
      }),
      25,
    );
  });
});
