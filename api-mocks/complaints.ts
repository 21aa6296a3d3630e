import { Hono } from 'hono';
import * as v from 'valibot';

import {
  ComplaintCreatedSchema,
  ComplaintInputSchema,
  type ComplaintCreated,
} from '../widgets/contract/complaint.ts';
import { complaintPeriod } from '../widgets/contract/grounds.ts';
import { dueDate, regionDay } from '../widgets/deadlines/calendar.ts';
import { wordsOnly } from './body.ts';
import { insert, nextNumber } from './database.ts';
import { once } from './idempotency.ts';
import { Refusal, valid } from './problem.ts';
import type { Sandbox } from './sandbox.ts';

/** `POST /v1/complaints` (210-ФЗ, arts. 11.1 and 11.2). */
export const complaints = (sandbox: Sandbox) =>
  new Hono().post('/', wordsOnly, async (c) =>
    c.json(await once(sandbox, c, 'complaints', (json) => complain(sandbox, json)), 201),
  );

/** Registers a complaint. Runs within a transaction. */
function complain({ db, data, now }: Sandbox, json: object): ComplaintCreated {
  const input = valid(ComplaintInputSchema, json);
  if (!data.catalogue.agencies.some(({ slug }) => slug === input.agency))
    throw new Refusal('invalid', { errors: [{ pointer: '/agency', code: 'unknown' }] });
  const instant = now();
  const today = regionDay(instant);
  const period = complaintPeriod(input.ground);
  const created = v.parse(ComplaintCreatedSchema, {
    number: nextNumber(db, today),
    registeredAt: instant.toISOString(),
    dueOn: dueDate(period, today, data.calendar),
    period,
  });
  const { consent, application = null, email = null, phone = null, ...rest } = input;
  insert(db, 'complaints', {
    ...rest,
    application,
    email,
    phone,
    consentVersion: consent.version,
    ...created,
    period: JSON.stringify(period),
  });
  return created;
}
