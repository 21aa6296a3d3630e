import { expect, it } from 'vitest';

import { exampleComplaint, newIdempotencyKey, startTestSandbox, TEST_NOW } from '../../api-mocks/testing.ts';
import { answerComplaint, startComplaintReview } from '../../api-mocks/workflow/complaint-answers.ts';
import { complaintPeriod } from '../../widgets/contract/complaints/grounds.ts';
import type {
  ComplaintCreated,
  ComplaintStatus,
  Escalation,
} from '../../widgets/contract/complaints/schemas.ts';
import { answerDueDate, regionDay } from '../../widgets/deadlines/calendar.ts';
import { COMPLAINT_CASES, type ComplaintCase } from './complaint-cases.ts';
import { REAL_CALENDAR } from './real-calendar.ts';

type Portal = Awaited<ReturnType<typeof startTestSandbox>>;

const post = async <Body>(
  portal: Portal,
  path: string,
  body: object,
  headers: Record<string, string> = {},
) => {
  const response = await portal.post(path, body, { 'Idempotency-Key': newIdempotencyKey(), ...headers });
  expect(response.status).toBe(201);
  return (await response.json()) as Body;
};

/** Lets the agency answer, if that is how it goes, and passes the complaint on. */
async function passOn(portal: Portal, { number, code }: ComplaintCreated, fate: string): Promise<Escalation> {
  if (fate === 'disagree') {
    startComplaintReview(portal.context(), number);
    answerComplaint(portal.context(), number, { satisfied: false, text: 'Срок не нарушен.' });
  }
  const path = `/v1/complaints/${number}/escalations`;
  return post(portal, path, {}, { 'Okno-Case-Code': code });
}

/** Lives one complaint: portal and engine have to say what was counted without them. */
async function checkComplaint(portal: Portal, clock: { now: Date }, kase: ComplaintCase): Promise<void> {
  const { law, ground, at, dueOn, registeredOn, then, timeZone = 'Asia/Barnaul' } = kase;
  const { data } = portal.context();
  Object.assign(data, { calendar: REAL_CALENDAR, region: { ...data.region, timeZone } });
  clock.now = new Date(at);
  const about = `${law}: ${ground}, ${at}`;
  const engine = () => answerDueDate(complaintPeriod(ground), regionDay(clock.now, timeZone), REAL_CALENDAR);
  const created = await post<ComplaintCreated>(portal, '/v1/complaints', exampleComplaint({ ground }));
  expect([created.dueOn, created.registeredOn], about).toEqual([dueOn, registeredOn]);
  expect(engine(), about).toBe(dueOn);
  if (!then) return;
  const [later, fate, lastDay] = then;
  clock.now = new Date(later);
  if (fate !== 'look') {
    expect((await passOn(portal, created, fate)).dueOn, about).toBe(lastDay);
    expect(engine(), about).toBe(lastDay);
  }
  const headers = { 'Okno-Case-Code': created.code };
  const response = await portal.call(`/v1/complaints/${created.number}/status`, { headers });
  const status = (await response.json()) as ComplaintStatus;
  expect([status.dueOn, status.overdue], about).toEqual([lastDay, false]);
}

it('complaints are answered by the day of the law, in forty cases with their articles', async () => {
  const clock = { now: TEST_NOW };
  const portal = await startTestSandbox({ wallNow: () => clock.now });
  expect(COMPLAINT_CASES.length).toBeGreaterThanOrEqual(40);
  for (const kase of COMPLAINT_CASES) await checkComplaint(portal, clock, kase);
});
