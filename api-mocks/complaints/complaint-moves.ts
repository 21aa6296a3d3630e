import { complaintPeriod } from '../../widgets/contract/complaints/grounds.ts';
import { COMPLAINT_MOVES, type ComplaintMoveName } from '../../widgets/contract/complaints/moves.ts';
import type { ComplaintCreated, ComplaintOutput } from '../../widgets/contract/complaints/schemas.ts';
import { dueDate, regionDay } from '../../widgets/deadlines/calendar.ts';
import { newCaseCode } from '../cases/codes.ts';
import { addEvent, type EventContext } from '../events/events.ts';
import type { Citizen } from '../http/identity.ts';
import { HttpProblem } from '../http/problem.ts';
import { insertRow, nextCaseNumber } from '../store/database.ts';
import type { PortalDataContext } from '../store/portal-data.ts';
import { seal } from '../store/sealing.ts';
import type { ComplaintRow } from './complaint-rows.ts';

/** Registers a complaint. Runs within a transaction. */
export function registerComplaint(
  context: EventContext & PortalDataContext,
  { ground, agency, application, consent, ...words }: ComplaintOutput,
  citizen: Citizen | undefined,
): ComplaintCreated {
  const { db, data, key } = context;
  checkAgency(context, agency);
  const registeredAt = context.now().toISOString();
  const today = regionDay(new Date(registeredAt), data.region.timeZone);
  const period = complaintPeriod(ground);
  const number = nextCaseNumber(context, today);
  const { code, salt, hash } = newCaseCode();
  const dueOn = dueDate(period, today, data.calendar);
  const complaint = { number, registeredAt, dueOn, citizen: citizen?.id ?? null };
  insertRow(db, 'complaints', {
    ...complaint,
    ground,
    agency,
    application: application ?? null,
    period: JSON.stringify(period),
    sealed: seal(key, words),
    codeSalt: salt,
    codeHash: hash,
    consentVersion: consent.version,
    state: COMPLAINT_MOVES.register.to,
  });
  moveComplaint(context, complaint, 'register');
  return { number, code, registeredAt, dueOn, period };
}

function checkAgency({ data }: PortalDataContext, agency: string): void {
  if (!data.catalogue.agencies.some(({ slug }) => slug === agency))
    throw new HttpProblem('invalid', { errors: [{ pointer: '/agency', code: 'unknown' }] });
}

/** Brings a complaint to another state, for who has seen that it is allowed. Gives the instant. Runs within a transaction. */
export function moveComplaint(
  context: EventContext,
  { number, citizen }: Pick<ComplaintRow, 'number' | 'citizen'>,
  move: ComplaintMoveName,
): string {
  const { db, now } = context;
  const at = now().toISOString();
  const { to: state } = COMPLAINT_MOVES[move];
  db.prepare('UPDATE complaints SET state = ? WHERE number = ?').run(state, number);
  insertRow(db, 'complaintHistory', { complaint: number, state, at });
  addEvent(context, { citizen, kind: 'complaintChanged', subject: number });
  return at;
}
