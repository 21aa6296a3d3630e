import { draftRu } from '../forms/draft-messages.ts';
import { createAcceptedApplication } from '../../tests/widgets/cases.ts';
import { sendingStates } from '../../tests/gallery/sending-states.ts';
import type { FormState, States } from '../../tests/gallery/states.ts';
import {
  findButton,
  waitUntilFound,
  forgetDrafts,
  mountElement,
  openPortal,
  visibleTextOf,
  runSandboxCommand,
  withoutStorage,
} from '../../tests/widgets/page.ts';
import { createRating } from '../portal/ratings.ts';
import { ru, type Messages } from './messages.ts';
import type { RatingForm } from './rating-form.ts';
import './register.ts';

type RatingState = FormState<keyof Messages['notices']> | 'marked' | 'already-rated' | 'changed';

const PATH = '/v1/ratings';

async function open(properties: Partial<RatingForm> = {}): Promise<RatingForm> {
  await forgetDrafts('rating');
  return mountElement<RatingForm>('okno-rating-form', { portal: await openPortal(), ...properties });
}

/** A form with a mark in it, about an application; about one whose result is ready unless said. */
async function marked({ isReady = true, code = '' } = {}): Promise<RatingForm> {
  const created = await createAcceptedApplication(await openPortal());
  if (isReady) await runSandboxCommand({ command: 'move', number: created.number, move: { to: 'ready' } });
  const form = await open({ number: created.number, code: code || created.code });
  form.shadowRoot?.querySelector<HTMLInputElement>('#mark-time-5')?.click();
  await form.updateComplete;
  return form;
}

/** Sends the form and waits until it says something. */
async function send(form: RatingForm, words: string): Promise<RatingForm> {
  findButton(form, ru.send)?.click();
  await waitUntilFound(() => visibleTextOf(form).includes(words), words);
  return form;
}

const PHONE = '8 800 100-70-10';

const sending = { fill: () => marked(), send, path: PATH, sendingText: ru.sending, phone: PHONE };

/** The states of `<okno-rating-form>`. */
export const states = {
  loading: { impossible: 'форма видна сразу' },
  notFound: { impossible: 'форма у всех одна' },
  unavailable: { impossible: 'форму не нужно загружать' },
  asking: () => open(),
  marked: () => marked(),
  restored: async () => {
    const form = await marked();
    await waitUntilFound(() => visibleTextOf(form).includes(ru.saved), 'the draft');
    const { number, code, portal } = form;
    const again = await mountElement<RatingForm>('okno-rating-form', { number, code, portal });
    await waitUntilFound(() => visibleTextOf(again).includes(String(ru.notices.restored)), 'the notice');
    return again;
  },
  unsaved: () =>
    withoutStorage(async () => {
      const form = await marked();
      await waitUntilFound(() => visibleTextOf(form).includes(draftRu.notSaved), 'the warning');
      return form;
    }),
  mistakes: async () => send(await open(), ru.summary),
  ...sendingStates(sending),
  waiting: { impossible: 'сама отправляется только форма заявления' },
  refused: { impossible: 'виджет и портал проверяют одной схемой' },
  wrongPair: async () => send(await marked({ code: '00000000' }), String(ru.notices.wrongPair)),
  noResult: async () => send(await marked({ isReady: false }), 'Результата ещё нет'),
  sent: async () => send(await marked(), ru.sent),
  'already-rated': async () => {
    const form = await marked();
    const { number, code, portal } = form;
    if (portal) await createRating(portal, { number, code, marks: { time: 5 } }, crypto.randomUUID());
    return send(form, ru.alreadyRated);
  },
  changed: async () => {
    const form = await send(await marked(), ru.change);
    findButton(form, ru.change)?.click();
    await waitUntilFound(() => findButton(form, ru.send), ru.send);
    form.shadowRoot?.querySelector<HTMLInputElement>('#mark-time-2')?.click();
    return send(form, ru.changed);
  },
} satisfies States<RatingState>;
