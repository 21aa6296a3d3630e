import type { States } from '../../tests/gallery/states.ts';
import type { SandboxCommand } from '../../tests/test-portal.ts';
import { createAcceptedApplication } from '../../tests/widgets/cases.ts';
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
import type { State } from '../contract/applications/schemas.ts';
import type { Failure } from '../portal/errors.ts';
import { createRating } from '../portal/ratings.ts';
import { ru } from './messages.ts';
import type { StatusTracker } from './status-tracker.ts';
import './register.ts';

type Order = Extract<SandboxCommand, { command: 'move' }>['move'];
type TrackerState = State | Failure | 'empty' | 'mistakes' | 'reading' | 'wrongPair' | `case-${OfCase}`;
type OfCase = 'resumed' | 'overdue' | 'rated' | 'refreshed' | 'offline' | 'reading';

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
  const answered = await portal.session.send(`/v1/applications/${keys.number}/answers`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'Idempotency-Key': `"${crypto.randomUUID()}"`,
    },
    body: JSON.stringify({ text: 'Вот вторая страница.' }),
  });
  if (!answered.ok) throw new Error(await answered.text());
  return find(keys, ru.resumed);
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

const KEYS = { number: '22-2026-000001', code: '00000000' };

/** The states of `<okno-status-tracker>`. */
export const states = {
  empty: () => open(),
  mistakes: () => find({ number: '22', code: '' }, ru.summary),
  reading: async () => {
    await spoil({ kind: 'latency', ms: 60_000, path: PATH });
    return find({ ...KEYS, number: '22-2026-999999' }, ru.reading);
  },
  wrongPair: () => find(KEYS, ru.wrongPair),
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
} satisfies States<TrackerState>;
