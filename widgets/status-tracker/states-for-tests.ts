// Longer than most: the states of one widget, which a test counts.
import type { States } from '../../tests/gallery/states.ts';
import type { SandboxCommand } from '../../tests/test-portal.ts';
import {
  createAcceptedApplication,
  createAcceptedComplaint,
  emptyDevice,
  keepReceipt,
  waitUntilKnown,
} from '../../tests/widgets/cases.ts';
import {
  findButton,
  findControl,
  waitUntilFound,
  mountElement,
  openPortal,
  openSignedIn,
  visibleTextOf,
  runSandboxCommand,
  spoil,
  typeInControl,
} from '../../tests/widgets/page.ts';
import { textOf } from '../../tests/widgets/words.ts';
import { ru as casesRu } from '../case/messages.ts';
import type {
  ApplicationCreated,
  ApplicationStatus,
  NeedKind,
  State,
} from '../contract/applications/schemas.ts';
import {
  EscalationSchema,
  type ComplaintState,
  type ComplaintStatus,
} from '../contract/complaints/schemas.ts';
import { CaseVisitsSchema } from '../contract/visits/schemas.ts';
import { KeptCases } from '../drafts/kept-cases.ts';
import { OpenCase } from '../portal/open-case.ts';
import type { Portal } from '../portal/context.ts';
import type { Failure } from '../portal/errors.ts';
import { createRating } from '../portal/ratings.ts';
import { ru, type Refusal } from './messages.ts';
import type { StatusTracker } from './status-tracker.ts';
import './register.ts';

type Order = Extract<SandboxCommand, { command: 'move' }>['move'];
type TrackerState =
  | State
  | Failure
  | 'empty'
  | 'mistakes'
  | 'reading'
  | Refusal
  | `case-${OfCase}`
  | `need-${NeedKind | 'other'}`
  | `complaint-${ComplaintState | 'overdue' | 'satisfied' | 'later'}`
  | `open-${'answer' | 'sections'}`;
type OfCase =
  | 'resumed'
  | 'overdue'
  | 'rated'
  | 'refreshed'
  | 'offline'
  | 'reading'
  | 'marks'
  | 'kept'
  | 'dayOff'
  | 'signedOut'
  | 'erased'
  | 'corrects'
  | 'corrected'
  | 'later';

const PATH = '/v1/applications';
const PHONE = '8 800 100-70-10';

const open = async (properties: Partial<StatusTracker> = {}) =>
  mountElement<StatusTracker>('okno-status-tracker', { portal: await openPortal(), ...properties });

/** Asks for an application and waits until the tracker says something. */
async function find(keys: { number: string; code: string }, words: string): Promise<StatusTracker> {
  const tracker = await open();
  typeInControl(findControl(tracker, ru.number), keys.number);
  typeInControl(findControl(tracker, ru.code), keys.code);
  findButton(tracker, ru.find)?.click();
  await waitUntilFound(() => visibleTextOf(tracker).includes(words), words);
  return tracker;
}

/** A case that officials have moved in these ways. */
async function moved(...orders: Order[]): Promise<StatusTracker> {
  const keys = await createAcceptedApplication(await openPortal());
  for (const how of orders) await runSandboxCommand({ command: 'move', number: keys.number, move: how });
  return find(keys, keys.number);
}

/** A case whose applicant has answered a question. */
async function resumed(): Promise<StatusTracker> {
  const portal = await openSignedIn();
  const keys = await createAcceptedApplication(portal);
  for (const to of ['checked', 'asked'] as const)
    await runSandboxCommand({ command: 'move', number: keys.number, move: { to } });
  await post(portal, `/v1/applications/${keys.number}/answers`, { text: 'Вот вторая страница.' });
  return find(keys, ru.resumed);
}

/** A case that stands on the page, and that the portal has erased. */
async function erased(): Promise<{ keys: ApplicationCreated; tracker: StatusTracker }> {
  const portal = await openSignedIn();
  const keys = await createAcceptedApplication(portal);
  await runSandboxCommand({ command: 'move', number: keys.number, move: { to: 'ready' } });
  const tracker = await find(keys, keys.number);
  await post(portal, '/v1/erasures');
  return { keys, tracker };
}

/** Sends something as the citizen who has signed in. */
async function post(portal: Portal, path: string, body?: object): Promise<void> {
  const headers = {
    'Idempotency-Key': `"${crypto.randomUUID()}"`,
    ...(body && { 'Content-Type': 'application/json' }),
  };
  const answered = await portal.session.send(path, {
    method: 'POST',
    headers,
    ...(body && { body: JSON.stringify(body) }),
  });
  if (!answered.ok) throw new Error(await answered.text());
}

/** A case whose news are asked for once more. */
async function refreshed(words: string): Promise<StatusTracker> {
  const tracker = await moved();
  if (words === PHONE) await spoil({ kind: 'cut', when: 'before', path: PATH });
  if (words === ru.reading) await spoil({ kind: 'latency', ms: 60_000, path: PATH });
  findButton(tracker, ru.refresh)?.click();
  await waitUntilFound(() => visibleTextOf(tracker).includes(words), words);
  return tracker;
}

/** A case whose applicant may choose when to come. */
async function offered(): Promise<{ number: string; code: string }> {
  const { number, code } = await createAcceptedApplication(await openPortal());
  await runSandboxCommand({ command: 'offer-visit', number, text: 'Возьмите паспорт.' });
  return { number, code };
}

/** A complaint with which this has been done. */
async function complaintAfter(...acts: ('review' | 'answer' | 'escalate')[]): Promise<StatusTracker> {
  const portal = await openPortal();
  const { number, code } = await createAcceptedComplaint(portal);
  const access = new OpenCase(portal, { kind: 'complaint', number, code });
  for (const act of acts)
    if (act === 'escalate')
      await access.send({
        path: '/escalations',
        input: {},
        schema: EscalationSchema,
        key: crypto.randomUUID(),
      });
    else await runSandboxCommand({ command: 'complaint', number, act });
  return find({ number, code }, number);
}

/** A case as the device has kept it: what the test portal's officials cannot do, or what only a newer portal knows. */
const kept = (change: Partial<ApplicationStatus>) => async () => {
  await emptyDevice();
  const receipt = await createAcceptedApplication(await openPortal());
  await keepReceipt(receipt);
  return reopened(receipt, change);
};
const keptComplaint = (change: Partial<ComplaintStatus>) => async () => {
  await emptyDevice();
  const receipt = await createAcceptedComplaint(await openPortal());
  await keepReceipt(receipt, 'complaint');
  return reopened(receipt, change);
};

/** Opens a case, changes what the device knows of it, and opens it again while the portal does not answer. */
async function reopened(keys: { number: string; code: string }, change: object): Promise<StatusTracker> {
  await find(keys, keys.number);
  const known = await waitUntilKnown(keys.number);
  document.body.replaceChildren();
  const at = Date.parse('2026-11-28T03:15:00.000Z');
  await new KeptCases().keep(keys.number, { status: { ...known.status, ...change }, at });
  await spoil({ kind: 'cut', when: 'before', path: '/v1' });
  return find(keys, 'это устройство знало');
}
const AT = '2026-11-27T03:15:00.000Z';
const OTHER = '22-2026-000017';

const KEYS = { number: '22-2026-000001', code: '00000000' };

/** The states of `<okno-status-tracker>`. */
export const states = {
  empty: () => open(),
  mistakes: () => find({ number: '22', code: '' }, ru.summary),
  reading: async () => {
    await spoil({ kind: 'latency', ms: 60_000, path: PATH });
    return find({ ...KEYS, number: '22-2026-999999' }, ru.reading);
  },
  wrongPair: () => find(KEYS, ru.refusals.wrongPair),
  notYours: async () => {
    const { number } = await createAcceptedApplication(await openPortal());
    const tracker = await open({ portal: await openSignedIn(), number });
    await waitUntilFound(() => visibleTextOf(tracker).includes(ru.refusals.notYours), 'the notice');
    return tracker;
  },
  gone: async () => {
    await emptyDevice();
    const { keys } = await erased();
    await keepReceipt(keys);
    return find(keys, ru.refusals.gone);
  },
  offline: async () => {
    await spoil({ kind: 'cut', when: 'before', path: PATH });
    return find(KEYS, PHONE);
  },
  tooMany: async () => {
    await spoil({ kind: 'tooManyRequests', retryAfter: 3600, path: PATH });
    return find(KEYS, PHONE);
  },
  fault: async () => {
    await spoil({ kind: 'error', path: PATH });
    return find(KEYS, PHONE);
  },
  registered: async () => {
    const keys = await createAcceptedApplication(await openPortal(), 'detskiy-sad');
    return find(keys, keys.number);
  },
  checked: () => moved({ to: 'checked' }),
  requested: () => moved({ to: 'requested' }),
  asked: () =>
    moved({ to: 'checked' }, { to: 'asked', text: 'Пришлите, пожалуйста, вторую страницу справки.' }),
  'case-resumed': resumed,
  decided: () => moved({ to: 'decided' }),
  ready: () => moved({ to: 'ready' }),
  'case-rated': async () => {
    const portal = await openPortal();
    const keys = await createAcceptedApplication(portal);
    await runSandboxCommand({ command: 'move', number: keys.number, move: { to: 'ready' } });
    await createRating(
      portal,
      { number: keys.number, code: keys.code, marks: { time: 5 } },
      crypto.randomUUID(),
    );
    return find(keys, keys.number);
  },
  refused: () => moved({ to: 'refused', text: 'В справке не указан доход за октябрь.' }),
  withdrawn: () => moved({ to: 'withdrawn' }),
  'case-overdue': () => moved({ to: 'checked' }, { overdue: true }),
  'case-refreshed': () => refreshed(ru.refreshed(0, 'UTC').replace(/\d.*/, '')),
  'case-offline': () => refreshed(PHONE),
  'case-reading': () => refreshed(ru.reading),
  'case-marks': async () => {
    const keys = await createAcceptedApplication(await openPortal());
    await runSandboxCommand({ command: 'move', number: keys.number, move: { text: 'Мы начали.' } });
    await runSandboxCommand({ command: 'invoice', number: keys.number });
    return find(keys, ru.unpaid(1));
  },
  'case-kept': kept({}),
  'case-signedOut': async () => {
    const portal = await openSignedIn();
    const { number } = await createAcceptedApplication(portal);
    const tracker = await mountElement<StatusTracker>('okno-status-tracker', { portal, number });
    await waitUntilFound(() => findButton(tracker, ru.refresh), number);
    await runSandboxCommand({ command: 'end-sessions' });
    findButton(tracker, ru.refresh)?.click();
    await waitUntilFound(() => visibleTextOf(tracker).includes(ru.signedOut), ru.signedOut);
    return tracker;
  },
  'case-erased': async () => {
    const { tracker } = await erased();
    findButton(tracker, ru.refresh)?.click();
    await waitUntilFound(() => visibleTextOf(tracker).includes(ru.erased), ru.erased);
    return tracker;
  },
  'case-dayOff': kept({ registeredOn: '2026-11-30' }),
  'case-corrects': kept({ corrects: OTHER }),
  'case-corrected': kept({ correctedBy: OTHER }),
  'case-later': kept({
    state: 'archived',
    titles: { archived: 'Передано в архив' },
    history: [
      { state: 'numbered', at: AT },
      { state: 'archived', at: AT },
    ],
  }),
  'need-answer': () => moved({ to: 'asked', text: 'Кто прописан с вами?' }),
  'need-pay': async () => {
    const keys = await createAcceptedApplication(await openPortal());
    await runSandboxCommand({ command: 'invoice', number: keys.number });
    return find(keys, ru.needs.pay.button);
  },
  'need-choose-time': async () => find(await offered(), ru.needs['choose-time'].button),
  'need-come': async () => {
    const keys = await offered();
    const access = new OpenCase(await openPortal(), { kind: 'application', ...keys });
    const { offer } = await access.read('/visits', CaseVisitsSchema);
    const input = { startsAt: offer?.slots[0]?.startsAt };
    await access.send({ method: 'PUT', path: '/visits', input, schema: CaseVisitsSchema });
    return find(keys, ru.needs.come.button);
  },
  'need-mend': () => moved({ to: 'refused', text: 'В справке не указан доход за октябрь.' }),
  'need-other': kept({ need: { kind: 'send-original', by: '2026-12-11' } }),
  'open-answer': async () => {
    const tracker = await moved({ to: 'asked', text: 'Кто прописан с вами?' });
    findButton(tracker, ru.needs.answer.button)?.click();
    await waitUntilFound(() =>
      tracker.shadowRoot?.querySelector('okno-case-form')?.shadowRoot?.querySelector('textarea'),
    );
    return tracker;
  },
  'open-sections': async () => {
    const tracker = await moved({ to: 'checked' });
    for (const summary of tracker.shadowRoot?.querySelectorAll('summary') ?? []) summary.click();
    await waitUntilFound(() => textOf(tracker).includes(casesRu.noticesLead), casesRu.noticesLead);
    return tracker;
  },
  'complaint-registered': async () => complaintAfter(),
  'complaint-underReview': async () => complaintAfter('review'),
  'complaint-answered': async () => complaintAfter('review', 'answer'),
  'complaint-escalated': async () => complaintAfter('review', 'answer', 'escalate'),
  'complaint-closed': async () => complaintAfter('review', 'answer', 'escalate', 'answer'),
  'complaint-overdue': keptComplaint({ overdue: true, canEscalate: true, dueOn: '2026-11-27' }),
  'complaint-satisfied': keptComplaint({
    state: 'answered',
    answers: [
      { by: 'agency', satisfied: true, at: AT, text: 'Ответ на заявление отправлен.' },
      { by: 'prosecutor', satisfied: true, at: AT },
    ],
  }),
  'complaint-later': keptComplaint({ state: 'forwarded' }),
} satisfies States<TrackerState>;
