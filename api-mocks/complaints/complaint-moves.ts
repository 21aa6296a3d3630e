import { complaintPeriod } from '../../widgets/contract/complaints/grounds.ts';
import { COMPLAINT_MOVES, type ComplaintMoveName } from '../../widgets/contract/complaints/moves.ts';
import type { ComplaintCreated, ComplaintOutput } from '../../widgets/contract/complaints/schemas.ts';
import { answerDueDate } from '../../widgets/deadlines/calendar.ts';
import { newCaseCode } from '../cases/codes.ts';
import { refuseUnknownConsent } from '../cases/consent-texts.ts';
import { lateRegistration, todayIn } from '../cases/deadline.ts';
import { addEvent, type EventContext } from '../events/events.ts';
import { registrationSentence } from '../events/notices.ts';
import type { Citizen } from '../http/identity.ts';
import { HttpProblem } from '../http/problem.ts';
import { insertRow, nextCaseNumber } from '../store/database.ts';
import type { PortalDataContext } from '../store/portal-data.ts';
import { dateInWords } from '../store/region-clock.ts';
import { seal } from '../store/sealing.ts';
import { tellComplainant, type Complainant } from './complainant-notices.ts';
import type { ComplaintRow } from './complaint-rows.ts';

/**
 * Registers a complaint. Gives its number, its code (shown once), the last day of the answer, and the period. Runs within a
 * transaction. Throws 422 `invalid` for an unknown agency.
 */
export function registerComplaint(
  context: EventContext & PortalDataContext,
  { ground, agency, application, consent, ...personalData }: ComplaintOutput,
  citizen: Citizen | undefined,
): ComplaintCreated {
  checkInput(context, agency, consent.version);
  const registeredAt = context.now().toISOString();
  const { today, calendar } = todayIn(context);
  const period = complaintPeriod(ground);
  const { code, salt, hash } = newCaseCode();
  const days = { dueOn: answerDueDate(period, today, calendar), ...lateRegistration(today, calendar) };
  const number = nextCaseNumber(context, today);
  const complaint = { number, registeredAt, dueOn: days.dueOn, citizen: citizen?.id ?? null };
  insertRow(context.db, 'complaints', {
    ...complaint,
    ground,
    agency,
    application: application ?? null,
    period: JSON.stringify(period),
    sealed: seal(context.key, personalData),
    codeSalt: salt,
    codeHash: hash,
    consentVersion: consent.version,
    state: COMPLAINT_MOVES.register.to,
  });
  moveComplaint(context, complaint, 'register');
  if (!citizen) tellRegistered(context, { number, ...days, ...personalData });
  return { number, code, registeredAt, ...days, period };
}

/** Tells somebody who has not signed in that her complaint is registered. */
const tellRegistered = (
  context: EventContext,
  { dueOn, registeredOn, ...complainant }: Complainant & { dueOn: string; registeredOn?: string },
) => {
  const subject = `Жалоба ${complainant.number} принята`;
  const letter = `${subject}.${registrationSentence({ registeredOn })} Ответят не позднее ${dateInWords(dueOn)}`;
  tellComplainant(context, complainant, { subject, letter, sms: `${subject}.` });
};

/** Throws 422 `invalid` if the catalogue has no agency with this slug, or the version of the consent is unknown. */
function checkInput({ data }: PortalDataContext, agency: string, consentVersion: string): void {
  if (!data.catalogue.agencies.some(({ slug }) => slug === agency))
    throw new HttpProblem('invalid', { errors: [{ pointer: '/agency', code: 'unknown' }] });
  refuseUnknownConsent(consentVersion);
}

/**
 * Sets the state to which a move leads, adds it to the history, and adds an event. Gives the instant, ISO 8601. Runs within a
 * transaction. The caller has checked by `isComplaintMoveAllowed` that the table allows the move:
 *
 * | state before  | move              | state after   |
 * | ------------- | ----------------- | ------------- |
 * |               | `register`        | `registered`  |
 * | `registered`  | `review`          | `underReview` |
 * | `underReview` | `answer`          | `answered`    |
 * | `answered`    | `disagree`        | `escalated`   |
 * | `escalated`   | `close`           | `closed`      |
 *
 * `escalateOverdue` leads from `registered` or `underReview` to `escalated` when the last day has passed.
 */
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
