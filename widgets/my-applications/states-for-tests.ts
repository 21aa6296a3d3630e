// Longer than other modules: every state of one widget, and how it is reached.
import type { States } from '../../tests/gallery/states.ts';
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
  mountElement,
  openPortal,
  openSignedIn,
  runSandboxCommand,
  spoil,
  typeInControl,
  visibleTextOf,
  waitUntilFound,
} from '../../tests/widgets/page.ts';
import type { SandboxCommand } from '../../tests/test-portal.ts';
import type { NeedKind } from '../contract/applications/schemas.ts';
import { COMPLAINT_STATE_WORDS } from '../contract/complaints/moves.ts';
import { CaseNotes, notesAmong } from '../drafts/case-notes.ts';
import { newDraft } from '../drafts/draft.ts';
import { DraftVault } from '../drafts/draft-vault.ts';
import { KeptCases } from '../drafts/kept-cases.ts';
import { TabDrafts } from '../drafts/tab-drafts.ts';
import type { Portal } from '../portal/context.ts';
import { saveDraft } from '../portal/drafts.ts';
import type { Failure } from '../portal/errors.ts';
import type { ListState } from './list-state.ts';
import { ru } from './messages.ts';
import type { MyApplications } from './my-applications.ts';
import type { CaseSummary, Group, KnownStatus } from './rows.ts';
import './register.ts';

type Move = Extract<SandboxCommand, { command: 'move' }>['move'];
type ListStateName =
  | Group
  | NeedKind
  | Failure
  | NonNullable<ListState['notice']>
  | 'naming'
  | 'withdrawing'
  | 'removed'
  | 'decided'
  | 'corrected'
  | 'portal-drafts'
  | `complaint${'' | '-answered' | '-late'}`
  | 'later-need'
  | 'later-state'
  | 'unnamed-state'
  | `list-${'reading' | 'empty' | 'shared' | 'unasked' | 'unknown' | 'found' | 'not-found' | 'signed-in' | 'session-over' | 'more'}`;

const PATH = '/v1/applications';
const SERVICE = 'subsidii-zhku';

/** Sends an application without signing in, has officials move it, and keeps its receipt on the device. */
export async function keepApplication(moves: readonly Move[] = [], place = 0, service = SERVICE) {
  const receipt = await createAcceptedApplication(await openPortal(), service);
  for (const move of moves) await runSandboxCommand({ command: 'move', number: receipt.number, move });
  await keepReceipt(receipt, place ? `${service}~${place}` : service);
  return receipt;
}

/** Begins a draft on the device. */
export async function keepDraft(id = 'detskiy-sad'): Promise<void> {
  const changedAt = { lastName: Date.now() };
  await new DraftVault().save({ ...newDraft(id, 'v1'), values: { lastName: 'Примерова' }, changedAt });
}

/** Puts the list on the page, and waits until it says something. */
export async function openList(words: string, portal?: Portal): Promise<MyApplications> {
  const list = await mountElement<MyApplications>('okno-my-applications', {
    portal: portal ?? (await openPortal()),
  });
  await waitUntilFound(() => visibleTextOf(list).includes(words), words);
  return list;
}

/** A list with one case that officials have moved in these ways. */
const moved =
  (words: string, ...moves: Move[]) =>
  async () => {
    await emptyDevice();
    await keepApplication(moves);
    return openList(words);
  };

/** A list whose portal fails when it is asked again. */
const failing = (fault: Parameters<typeof spoil>[0]) => async () => {
  await emptyDevice();
  await keepApplication();
  await openList('Обновлено');
  await spoil(fault);
  return openList('Так было');
};

/** A list of every kind. */
async function many(): Promise<MyApplications> {
  await emptyDevice();
  await keepApplication([{ to: 'ready' }]);
  await keepApplication([{ to: 'checked' }], 1);
  await keepApplication([{ to: 'checked' }, { overdue: true }], 2);
  await keepApplication([{ to: 'checked' }, { to: 'asked', text: 'Пришлите вторую страницу справки.' }], 3);
  await keepDraft();
  return openList('Обновлено');
}

async function searched(query: string): Promise<MyApplications> {
  const list = await many();
  typeInControl(findControl(list, ru.search), query);
  await list.updateComplete;
  return list;
}

/** A list in which a button of «Ещё» was pressed. */
async function pressed(list: MyApplications, button: string, words: string): Promise<MyApplications> {
  list.shadowRoot?.querySelector('summary')?.click();
  findButton(list, button)?.click();
  await waitUntilFound(() => visibleTextOf(list).includes(words), words);
  return list;
}

async function signedIn(): Promise<MyApplications> {
  await emptyDevice();
  const portal = await openSignedIn();
  await createAcceptedApplication(portal);
  return openList('Обновлено', portal);
}

/** A case as the device knows it: what the test portal's officials cannot do, or what only a newer portal knows. */
const known = (change: Partial<CaseSummary>) => async () => {
  await emptyDevice();
  const { number } = await keepApplication();
  await openList('Обновлено');
  document.body.replaceChildren();
  const vault = new DraftVault();
  const status = notesAmong<KnownStatus>(await vault.listAll()).get(number)?.known?.status;
  if (!status) throw new Error('The device does not know the case');
  await new CaseNotes<KnownStatus>(vault).change(number, {
    known: { status: { ...status, ...change }, at: Date.now() },
  });
  await spoil({ kind: 'cut', when: 'before', path: PATH });
  return openList('Так было');
};
const DAY = '2026-12-09';
const OVER = { daysLeft: undefined, titles: { archived: 'Передано в архив' } };

const words = (kind: NeedKind) => ru.needs[kind].what({ kind }, 'UTC');

/** The states of `<okno-my-applications>`. */
export const states = {
  'list-reading': async () => {
    await emptyDevice();
    const portal = await openSignedIn();
    await spoil({ kind: 'latency', ms: 60_000, path: PATH });
    return openList(ru.reading, portal);
  },
  'list-empty': async () => {
    await emptyDevice();
    return openList(ru.empty);
  },
  'list-shared': async () => {
    await emptyDevice();
    new TabDrafts().isShared = true;
    const list = await openList(ru.lead.shared);
    new TabDrafts().isShared = false;
    return list;
  },
  'list-found': () => searched('детский'),
  'list-not-found': () => searched('кладбище'),
  'list-signed-in': signedIn,
  'list-session-over': async () => {
    const list = await signedIn();
    await list.portal?.session.signOut();
    await waitUntilFound(() => visibleTextOf(list).includes(ru.sessionOver), ru.sessionOver);
    return list;
  },
  'list-unasked': async () => {
    await emptyDevice();
    await keepApplication();
    await spoil({ kind: 'cut', when: 'before', path: PATH });
    return openList(ru.unasked);
  },
  'list-unknown': async () => {
    await emptyDevice();
    const receipt = await createAcceptedApplication(await openPortal());
    await keepReceipt({ ...receipt, code: '00000000' });
    return openList(ru.unknown);
  },
  'list-more': async () => {
    await emptyDevice();
    await keepApplication();
    const list = await openList('Обновлено');
    list.shadowRoot?.querySelector('summary')?.click();
    return list;
  },
  waiting: many,
  answer: moved(words('answer'), { to: 'checked' }, { to: 'asked' }),
  mend: moved(words('mend'), { to: 'refused', text: 'В справке не указан доход за октябрь.' }),
  drafts: async () => {
    await emptyDevice();
    await keepDraft();
    return openList(ru.draftHint);
  },
  'portal-drafts': async () => {
    await emptyDevice();
    const portal = await openSignedIn();
    const content = {
      service: 'detskiy-sad',
      formVersion: 'v1',
      answers: { applicantLastName: 'Примерова' },
      step: 0,
    };
    await saveDraft(portal, { id: crypto.randomUUID(), content });
    return openList(ru.portalDraftHint, portal);
  },
  complaint: async () => {
    await emptyDevice();
    await keepReceipt(await createAcceptedComplaint(await openPortal()), 'complaint');
    return openList(COMPLAINT_STATE_WORDS.registered);
  },
  'complaint-answered': async () => {
    await emptyDevice();
    const receipt = await createAcceptedComplaint(await openPortal());
    for (const act of ['review', 'answer'] as const)
      await runSandboxCommand({ command: 'complaint', number: receipt.number, act });
    await keepReceipt(receipt, 'complaint');
    return openList(COMPLAINT_STATE_WORDS.answered);
  },
  'complaint-late': async () => {
    await emptyDevice();
    const receipt = await createAcceptedComplaint(await openPortal());
    await keepReceipt(receipt, 'complaint');
    await openList('Обновлено');
    const { status } = await waitUntilKnown(receipt.number);
    document.body.replaceChildren();
    const late = { ...status, overdue: true, dueOn: '2026-11-27' };
    await new KeptCases().keep(receipt.number, { status: late, at: Date.now() });
    await spoil({ kind: 'cut', when: 'before', path: '/v1' });
    return openList(ru.answerWasDue('2026-11-27'));
  },
  going: moved(ru.states.requested, { to: 'requested' }),
  pay: known({ need: { kind: 'pay', by: DAY } }),
  'choose-time': known({ need: { kind: 'choose-time', by: DAY } }),
  come: known({ need: { kind: 'come', at: '2026-12-09T03:00:00.000Z' } }),
  'later-need': known({ need: { kind: 'sign', by: DAY } }),
  'later-state': known({ ...OVER, state: 'archived' }),
  'unnamed-state': known({ daysLeft: undefined, titles: undefined, state: 'archived' }),
  corrected: known({ ...OVER, state: 'refused', correctedBy: '22-2026-000002' }),
  decided: moved(ru.states.decided, { to: 'decided' }),
  done: moved(ru.states.withdrawn, { to: 'withdrawn' }),
  offline: failing({ kind: 'cut', when: 'before', path: PATH }),
  tooMany: failing({ kind: 'tooManyRequests', retryAfter: 3600, path: PATH }),
  fault: failing({ kind: 'error', path: PATH }),
  naming: async () => {
    await emptyDevice();
    await keepDraft();
    return pressed(await openList(ru.onDevice), ru.rename, ru.nameHint);
  },
  withdrawing: async () => pressed(await signedIn(), ru.withdraw, ru.askWithdrawal),
  removed: async () => {
    await emptyDevice();
    await keepDraft();
    return pressed(await openList(ru.onDevice), ru.remove, ru.undo);
  },
  cannotWithdraw: async () => {
    await emptyDevice();
    const portal = await openSignedIn();
    const { number } = await createAcceptedApplication(portal);
    const list = await openList(number, portal);
    // The list does not learn of it before she presses.
    await spoil({ kind: 'latency', ms: 60_000, path: '/v1/', methods: ['GET'] });
    await runSandboxCommand({ command: 'move', number, move: { to: 'ready' } });
    await pressed(list, ru.withdraw, ru.askWithdrawal);
    findButton(list, ru.confirmWithdrawal)?.click();
    await waitUntilFound(() => visibleTextOf(list).includes(ru.cannotWithdraw), 'the notice');
    return list;
  },
  signInFailed: async () => {
    await emptyDevice();
    const portal = await openPortal();
    portal.session.signIn = () => Promise.resolve('signInBlocked');
    const list = await openList(ru.signIn, portal);
    findButton(list, ru.signIn)?.click();
    await waitUntilFound(() => visibleTextOf(list).includes(ru.signInFailed), 'the notice');
    return list;
  },
} satisfies States<ListStateName>;
