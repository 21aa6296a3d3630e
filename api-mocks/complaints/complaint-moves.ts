import type {
  ComplaintState,
  ComplaintCreated,
  ComplaintOutput,
} from '../../widgets/contract/complaints/schemas.ts';
import { complaintPeriod } from '../../widgets/contract/complaints/grounds.ts';
import { dueDate, regionDay } from '../../widgets/deadlines/calendar.ts';
import type { Citizen } from '../sign-in/citizens.ts';
import { newCode } from '../cases/codes.ts';
import { findComplaint, wordsOf, type ComplaintRow } from './complaint-cases.ts';
import { insert, nextNumber, transaction } from '../store/database.ts';
import type { Desk } from '../workflow/desk.ts';
import { announce } from '../events/events.ts';
import { MoveError } from '../workflow/moves.ts';
import { post } from '../events/outbox.ts';
import { Refusal } from '../http/problem.ts';
import type { Sandbox } from '../sandbox.ts';
import { seal } from '../store/sealed.ts';

/** Registers a complaint. Runs within a transaction. */
export function complain(
  sandbox: Sandbox,
  { ground, agency, application, consent, ...words }: ComplaintOutput,
  citizen: Citizen | undefined,
): ComplaintCreated {
  const { db, data, key, now } = sandbox;
  if (!data.catalogue.agencies.some(({ slug }) => slug === agency))
    throw new Refusal('invalid', { errors: [{ pointer: '/agency', code: 'unknown' }] });
  const instant = now();
  const today = regionDay(instant);
  const period = complaintPeriod(ground);
  const number = nextNumber(db, today);
  const { code, salt, hash } = newCode();
  const registeredAt = instant.toISOString();
  const dueOn = dueDate(period, today, data.calendar);
  const owner = citizen?.id ?? null;
  insert(db, 'complaints', {
    number,
    codeSalt: salt,
    codeHash: hash,
    ground,
    agency,
    application: application ?? null,
    consentVersion: consent.version,
    citizen: owner,
    registeredAt,
    period: JSON.stringify(period),
    dueOn,
    state: 'registered',
    sealed: seal(key, words),
  });
  enter(sandbox, { number, citizen: owner }, 'registered');
  return { number, code, registeredAt, dueOn, period };
}

/** Writes down that a complaint has come to a state. Gives the instant. */
export function enter(
  desk: Desk,
  { number, citizen }: Pick<ComplaintRow, 'number' | 'citizen'>,
  state: ComplaintState,
) {
  const at = desk.now().toISOString();
  desk.db.prepare('UPDATE complaints SET state = ? WHERE number = ?').run(state, number);
  insert(desk.db, 'complaintHistory', { complaint: number, state, at });
  announce(desk, citizen, 'complaintChanged', number);
  return at;
}

const isWaiting = (state: ComplaintState) => state === 'registered' || state === 'underReview';

/** An official begins to consider a complaint. Throws a `MoveError`. */
export function reviewComplaint(desk: Desk, number: string): void {
  transaction(desk.db, () => {
    const found = known(desk, number);
    if (found.state !== 'registered')
      throw new MoveError(`Жалобу ${number} уже рассматривают или рассмотрели.`);
    enter(desk, found, 'underReview');
  });
}

/** Answers a complaint: the body complained of, or, once it is escalated, the controlling one. Throws a `MoveError`. */
export function answerComplaint(
  desk: Desk,
  number: string,
  { satisfied, text }: { satisfied: boolean; text: string },
): void {
  const { db, key } = desk;
  transaction(db, () => {
    const found = known(desk, number);
    const isControlled = found.state === 'escalated';
    if (!isControlled && !isWaiting(found.state)) throw new MoveError(`На жалобу ${number} уже ответили.`);
    if (found.state === 'registered') enter(desk, found, 'underReview');
    insert(db, 'complaintAnswers', {
      complaint: number,
      answerer: isControlled ? 'controllingBody' : 'agency',
      satisfied: Number(satisfied),
      at: enter(desk, found, isControlled ? 'closed' : 'answered'),
      sealed: seal(key, text),
    });
    if (found.citizen === null) reply(desk, found, satisfied, text);
  });
}

function known({ db }: Desk, number: string): ComplaintRow {
  const found = findComplaint(db, number);
  if (!found) throw new MoveError(`Жалобы ${number} нет.`);
  return found;
}

/** Who has no cabinet gets the answer where he asked for it. */
function reply(desk: Desk, found: ComplaintRow, satisfied: boolean, text: string): void {
  const { email, phone } = wordsOf(desk.key, found);
  const subject = `Ответ на жалобу ${found.number}`;
  const verdict = satisfied ? 'Жалобу признали верной.' : 'Жалобу отклонили.';
  if (email !== undefined)
    post(desk, null, {
      channel: 'email',
      to: email,
      subject,
      text: `Здравствуйте!\n\n${verdict}\n\n${text}\n\n${found.state === 'escalated' ? 'Не согласны — обратитесь в прокуратуру или в суд.' : 'Не согласны — передайте жалобу в контролирующий орган: на портале, по номеру и коду.'}`,
    });
  else if (phone !== undefined)
    post(
      desk,
      null,
      {
        channel: 'sms',
        to: phone,
        text: `${subject} готов. ${verdict} Весь ответ прочитают по телефону ведомства.`,
      },
      true,
    );
}
