import * as v from 'valibot';

import {
  ComplaintCreatedSchema,
  type ComplaintInputSchema,
  type ComplaintCreated,
} from '../widgets/contract/complaint.ts';
import { complaintPeriod } from '../widgets/contract/grounds.ts';
import { dueDate, regionDay } from '../widgets/deadlines/calendar.ts';
import type { Handlers } from './api.ts';
import { insert, nextNumber } from './database.ts';
import { Refusal } from './problem.ts';
import type { Sandbox } from './sandbox.ts';

/** Complaints (210-ФЗ, arts. 11.1 and 11.2). */
export const complaints = (sandbox: Sandbox): Pick<Handlers, 'createComplaint'> => ({
  createComplaint: ({ body }) => ({ status: 201, body: complain(sandbox, body) }),
});

/** Registers a complaint. Runs within a transaction. */
function complain(
  { db, data, now }: Sandbox,
  input: v.InferOutput<typeof ComplaintInputSchema>,
): ComplaintCreated {
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
