// Longer than other modules: five services, each with what may happen to it.
import { sendingStates } from '../../tests/gallery/sending-states.ts';
import type { FormState, States } from '../../tests/gallery/states.ts';
import {
  findButton,
  findControl,
  forgetDrafts,
  mountElement,
  openPortal,
  openSignedIn,
  runSandboxCommand,
  typeInControl,
  visibleTextOf,
  waitUntilFound,
  withoutStorage,
} from '../../tests/widgets/page.ts';
import { INSTANT_KINDS } from '../contract/instant/kinds.ts';
import type { InstantKind } from '../contract/instant/schemas.ts';
import { draftRu } from '../forms/draft-messages.ts';
import type { Portal } from '../portal/context.ts';
import type { InstantService } from './instant-service.ts';
import { ru, type Messages } from './messages.ts';
import { SIGNED } from './signed-for-tests.ts';
import './register.ts';

type OwnState =
  | `asks-${InstantKind}`
  | `answer-${InstantKind}`
  | 'unknown'
  | 'nothing-found'
  | 'qr'
  | 'preparing'
  | 'signature-changed'
  | 'signature-none'
  | 'no-debts'
  | 'no-proceedings'
  | 'signedOut'
  | 'gone'
  | 'failed';
type InstantState = FormState<keyof Messages['notices']> | OwnState;

const PATH = '/v1/instant-requests';
const PHONE = '8 800 100-70-10';
const nothing: Record<string, string> = {};

/** Opens the service of one kind, signed in unless said. */
export async function openInstant(
  kind: InstantKind | 'weather',
  portal = openSignedIn(),
): Promise<InstantService> {
  for (const one of INSTANT_KINDS) await forgetDrafts(`instant-${one}`);
  return mountElement<InstantService>('okno-instant-service', {
    service: kind.toLowerCase(),
    portal: await portal,
  });
}

/** Waits until the widget says this. */
export async function saysInstant(element: InstantService, words: string): Promise<InstantService> {
  await waitUntilFound(() => visibleTextOf(element).includes(words), words);
  return element;
}

/** Presses the main button, and waits until the widget says something. */
async function send(element: InstantService, words: string): Promise<InstantService> {
  findButton(element, ru.send)?.click();
  return saysInstant(element, words);
}

/** Opens a service and types what it asks for. */
async function filled(kind: InstantKind, typed = nothing, portal = openSignedIn()): Promise<InstantService> {
  const element = await openInstant(kind, portal);
  for (const [label, value] of Object.entries(typed)) typeInControl(findControl(element, label), value);
  await element.updateComplete;
  return element;
}
const car = (plate: string) => ({ [ru.questions.plate.label]: plate });
const fines = (plate = 'А121ВС22', portal = openSignedIn()) => filled('fines', car(plate), portal);

/** Chooses files in the fields of a signature check, in their order. */
export async function chooseFiles(element: InstantService, ...files: (File | undefined)[]): Promise<void> {
  const inputs = await waitUntilFound(() => {
    const found = element.shadowRoot?.querySelectorAll<HTMLInputElement>('input[type=file]');
    return found?.length ? found : undefined;
  }, 'the questions for files');
  for (const [i, input] of [...inputs].entries()) {
    const file = files[i];
    if (!file) continue;
    const chosen = new DataTransfer();
    chosen.items.add(file);
    input.files = chosen.files;
    input.dispatchEvent(new Event('change'));
  }
  await element.updateComplete;
}
const pdf = (content: string) => new File([content], 'справка.pdf', { type: 'application/pdf' });

async function checked(content: string, words: string): Promise<InstantService> {
  const element = await openInstant('signatureCheck');
  await chooseFiles(element, pdf(content));
  return send(element, words);
}

async function preparing(): Promise<InstantService> {
  return send(await filled('enforcementProceedings'), ru.preparing);
}

/**
 * Shows an answer of a draft once more, as when the page is opened again, after something has happened meanwhile; on a page of the same session
 * unless another one is given.
 */
async function reopened(words: string, meanwhile: () => Promise<unknown>, portal?: Promise<Portal>) {
  const before = await send(await fines(), ru.answer.fines);
  await meanwhile();
  const element = await mountElement<InstantService>('okno-instant-service', {
    service: before.service,
    portal: (await portal) ?? before.portal,
  });
  return saysInstant(element, words);
}

/** The states of `<okno-instant-service>`. */
export const states = {
  loading: { impossible: 'форма видна сразу' },
  notFound: { impossible: 'об этом говорит состояние unknown' },
  unavailable: { impossible: 'форму не нужно загружать' },
  asking: () => openInstant('fines'),
  'asks-fines': () => fines(),
  'asks-taxDebt': () => openInstant('taxDebt'),
  'asks-pensionAccount': () => openInstant('pensionAccount'),
  'asks-enforcementProceedings': () => openInstant('enforcementProceedings'),
  'asks-signatureCheck': async () => {
    const element = await openInstant('signatureCheck');
    await chooseFiles(element, pdf(SIGNED.pdf));
    return saysInstant(element, 'справка.pdf');
  },
  unknown: () => openInstant('weather'),
  restored: async () => {
    const { service, portal } = await saysInstant(await fines(), ru.saved);
    const again = await mountElement<InstantService>('okno-instant-service', { service, portal });
    return saysInstant(again, String(ru.notices.restored));
  },
  unsaved: () =>
    withoutStorage(async () => saysInstant(await fines('А121ВС22', openPortal()), draftRu.notSaved)),
  mistakes: async () => send(await openInstant('fines'), ru.summary),
  ...sendingStates({ fill: () => fines(), send, path: PATH, sendingText: ru.sending, phone: PHONE }),
  waiting: { impossible: 'сама отправляется только форма заявления' },
  // The device has looked into the file by then.
  refused: () => checked('Просто текст', ru.mistake('signature', 'elsewhere')),
  needsSignIn: async () => send(await fines('А121ВС22', openPortal()), ru.signIn),
  notSignedIn: async () => {
    const element = await send(await fines('А121ВС22', openPortal()), ru.signIn);
    if (element.portal) element.portal.session.signIn = () => Promise.resolve('signInBlocked');
    findButton(element, ru.signIn)?.click();
    return saysInstant(element, 'Войти не получилось');
  },
  notConfirmed: async () =>
    send(await filled('pensionAccount', {}, openSignedIn('nina')), String(ru.notices.notConfirmed)),
  unreadable: () => checked(`${SIGNED.pdf}%добавлено`, String(ru.notices.unreadable)),
  'signature-changed': () => checked(SIGNED.pdf.replace('PDF-1.7', 'PDF-1.6'), ru.signature.changed),
  'signature-none': () => checked('%PDF-1.7', ru.signature.none),
  'answer-fines': async () => send(await fines('А123ВС22'), ru.answer.fines),
  'answer-taxDebt': async () =>
    send(await filled('taxDebt', { [ru.questions.inn.label]: '220000000217' }), ru.answer.taxDebt),
  'answer-pensionAccount': async () => send(await filled('pensionAccount'), ru.pension.points),
  'answer-enforcementProceedings': async () => saysInstant(await preparing(), 'Взыскание штрафа'),
  'answer-signatureCheck': () => checked(SIGNED.pdf, ru.signature.valid),
  'no-debts': async () =>
    send(await filled('taxDebt', { [ru.questions.inn.label]: '220000000070' }), ru.none.taxDebt),
  'no-proceedings': async () => {
    const element = await send(
      await filled('enforcementProceedings', {}, openSignedIn('ivan')),
      ru.preparing,
    );
    return saysInstant(element, ru.none.enforcementProceedings);
  },
  'nothing-found': async () => send(await fines('А120ВС22'), ru.none.fines),
  qr: async () => {
    const element = await send(await fines(), ru.answer.fines);
    findButton(element, ru.pay)?.click();
    return saysInstant(element, ru.qrHint);
  },
  preparing,
  signedOut: () => reopened(ru.signedOut, () => Promise.resolve(), openPortal()),
  gone: () => reopened(ru.gone, () => runSandboxCommand({ command: 'forget-answers' })),
  failed: () =>
    reopened('Портал не отвечает', () =>
      runSandboxCommand({ command: 'fault', fault: { kind: 'cut', when: 'before', path: PATH } }),
    ),
  sent: async () => send(await fines(), ru.answer.fines),
} satisfies States<InstantState>;
