import * as v from 'valibot';
import { expect, it } from 'vitest';

import { offerVisit } from '../../api-mocks/appointments/visit-offers.ts';
import { findCase, type Case } from '../../api-mocks/cases/cases.ts';
import { readOutbox } from '../../api-mocks/events/outbox.ts';
import { runTransaction } from '../../api-mocks/store/database.ts';
import { dateInWords } from '../../api-mocks/store/region-clock.ts';
import {
  EXAMPLE_ANSWERS,
  TEST_NOW,
  exampleApplication,
  newIdempotencyKey,
  startTestSandbox,
} from '../../api-mocks/testing.ts';
import { moveCaseTo, type OfficialMoveInput } from '../../api-mocks/workflow/officials.ts';
import { tellOverdueCases } from '../../api-mocks/workflow/overdue.ts';
import { isFinalState } from '../../widgets/contract/applications/moves.ts';
import type { ApplicationStatus, State } from '../../widgets/contract/applications/schemas.ts';
import { CaseVisitsSchema } from '../../widgets/contract/visits/schemas.ts';
import {
  answerDueDate,
  daysLeft,
  dueDate,
  isWorkingDay,
  regionDay,
} from '../../widgets/deadlines/calendar.ts';
import { DEADLINE_CASES, type DeadlineCase } from './deadline-cases.ts';
import { REAL_CALENDAR } from './real-calendar.ts';

type Portal = Awaited<ReturnType<typeof startTestSandbox>>;
type Keys = Awaited<ReturnType<Portal['sendApplication']>>;

const inWorkingDays = (value: number, from: string) =>
  dueDate({ value, unit: 'workingDay' }, from, REAL_CALENDAR);

/** What officials do at a step. */
const MOVES: Partial<Record<string, OfficialMoveInput>> = {
  ask: { to: 'asked', text: 'Где печать?' },
  continue: {},
  prolong: { prolong: true, text: 'Ждём ответа из архива.' },
  refuse: { to: 'refused', text: 'Фамилия с ошибкой.' },
  finish: { to: 'ready' },
  withdraw: { to: 'withdrawn' },
};

/** Makes the portal one of the region of a case, with a form that has its period. */
function adaptPortal(portal: Portal, { period, timeZone = 'Asia/Barnaul' }: DeadlineCase): void {
  const { data } = portal.context();
  const forms = new Map(
    [...data.forms].map(([slug, form]) => [slug, { ...form, answerPeriod: period }] as const),
  );
  Object.assign(data, { forms, calendar: REAL_CALENDAR, region: { ...data.region, timeZone } });
}

const call = (portal: Portal, { number, code }: Keys, path: string, init: RequestInit = {}) =>
  portal.call(`/v1/applications/${number}${path}`, {
    ...init,
    headers: { 'Okno-Case-Code': code, 'Content-Type': 'application/json', ...(init.headers as object) },
  });

const apply = (portal: Portal) =>
  portal.sendApplication(exampleApplication({ ...EXAMPLE_ANSWERS, email: 'olga@example.ru' }));

async function act(portal: Portal, keys: Keys, what: string): Promise<void> {
  const move = MOVES[what];
  if (move) moveCaseTo(portal.context(), keys.number, move);
  if (what !== 'answer') return;
  const response = await call(portal, keys, '/answers', {
    method: 'POST',
    headers: { 'Idempotency-Key': newIdempotencyKey() },
    body: JSON.stringify({ text: 'Вот она.' }),
  });
  expect(response.status).toBe(201);
}

/** The agency invites the applicant, and she takes the first free time. Her calendar has it on a day that the engine counts. */
async function checkVisit(portal: Portal, keys: Keys, today: string): Promise<void> {
  const context = portal.context();
  runTransaction(context.db, () => {
    const invitation = { purpose: 'Покажите подлинник.', bring: [] };
    offerVisit(context, findCase(context.db, keys.number) as Case, invitation);
  });
  const { offer } = v.parse(CaseVisitsSchema, await (await call(portal, keys, '/visits')).json());
  const startsAt = offer?.slots[0]?.startsAt ?? '';
  await call(portal, keys, '/visits', { method: 'PUT', body: JSON.stringify({ startsAt }) });
  const calendar = await (await call(portal, keys, '/visits/calendar')).text();
  const [, ...parts] = /DTSTART;TZID=[^:]+:(\d{4})(\d\d)(\d\d)T/.exec(calendar) ?? [];
  const day = parts.join('-');
  const first = inWorkingDays(2, today);
  expect([day, offer?.by]).toEqual([startsAt.slice(0, 10), inWorkingDays(4, first)]);
  expect([day >= first, isWorkingDay(day, REAL_CALENDAR)]).toEqual([true, true]);
  expect((await portal.status(keys)).need).toEqual({ kind: 'come', at: startsAt });
}

/** The day that the newest letter names after a step, and in which words; `undefined` where the step makes no letter. */
function expectedLetter(what: string, status: ApplicationStatus, isOver: boolean): string | undefined {
  const { dueOn, question, registeredOn } = status;
  if (what === 'apply' && registeredOn)
    return `Подано в выходной, день регистрации — ${dateInWords(registeredOn)} Ответят не позднее ${dateInWords(dueOn)}`;
  if (what === 'ask') return `Ответьте не позднее ${dateInWords(question?.answerDueOn ?? '')}`;
  if (status.state === 'asked' || isFinalState(status.state as State)) return undefined;
  if (isOver) return `Ответить должны были не позднее ${dateInWords(dueOn)}`;
  return what === 'look' ? undefined : `Ответят не позднее ${dateInWords(dueOn)}`;
}

/** Lives a case, and checks after each step that tracker, letters and engine say what was counted by hand. */
async function checkCase(portal: Portal, clock: { now: Date }, kase: DeadlineCase): Promise<void> {
  const { timeZone = 'Asia/Barnaul', period, about } = kase;
  const unit = period.unit === 'workingDay' ? 'workingDay' : 'calendarDay';
  let keys: Keys | undefined;
  for (const [at, what, dueOn, left] of kase.steps) {
    clock.now = new Date(at);
    const today = regionDay(clock.now, timeZone);
    if (keys) await act(portal, keys, what);
    else expect((keys = await apply(portal)).dueOn, about).toBe(answerDueDate(period, today, REAL_CALENDAR));
    tellOverdueCases(portal.context());
    const status = await portal.status(keys);
    const { state, question } = status;
    expect(status.registeredOn, about).toBe(kase.registeredOn);
    expect([status.dueOn, status.daysLeft], `${about}, ${at}`).toEqual([
      dueOn,
      left === undefined ? undefined : { value: left, unit },
    ]);
    expect(status.overdue, about).toBe(left !== undefined && left < 0);
    if (left !== undefined && state !== 'asked')
      expect(daysLeft(dueOn, today, { unit, calendar: REAL_CALENDAR }), about).toBe(left);
    if (what === 'ask') expect(question?.answerDueOn).toBe(inWorkingDays(10, today));
    const letter = expectedLetter(what, status, status.overdue);
    const texts = readOutbox(portal.context()).filter(({ text }) => text.includes(status.number));
    if (letter !== undefined) expect(texts[0]?.text, `${about}, ${at}`).toContain(letter);
    for (const { text } of texts) expect(text).not.toMatch(/срок не идёт/);
    expect(JSON.stringify(status.history)).not.toMatch(/срок не идёт/);
    if (what === 'apply') await checkVisit(portal, keys, today);
  }
}

it('tracker, letters and calendars name the day of the law, in sixty cases with their articles', async () => {
  const clock = { now: TEST_NOW };
  const portal = await startTestSandbox({ wallNow: () => clock.now });
  expect(DEADLINE_CASES.length).toBeGreaterThanOrEqual(60);
  for (const kase of DEADLINE_CASES) {
    adaptPortal(portal, kase);
    await checkCase(portal, clock, kase);
  }
});
