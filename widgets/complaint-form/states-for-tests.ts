import { draftRu } from '../forms/draft-messages.ts';
import { sendingStates } from '../../tests/gallery/sending-states.ts';
import type { FormState, States } from '../../tests/gallery/states.ts';
import {
  findButton,
  findControl,
  waitUntilFound,
  forgetDrafts,
  mountElement,
  onDayOff,
  openPortal,
  visibleTextOf,
  runSandboxCommand,
  spoil,
  typeInControl,
  withoutStorage,
} from '../../tests/widgets/page.ts';
import type { ComplaintForm } from './complaint-form.ts';
import { ru, type Messages } from './messages.ts';
import './register.ts';

type ComplaintState = FormState<keyof Messages['notices']> | AgencyState | 'filled' | 'earlier';
type AgencyState = 'agencies-loading' | 'agencies-failed';

const PATH = '/v1/complaints';
const PHONE = '8 800 100-70-10';
const show = (properties: Partial<ComplaintForm>) =>
  mountElement<ComplaintForm>('okno-complaint-form', { agency: 'minsotszaschity', ...properties });

async function open(config: Record<string, string> = {}): Promise<ComplaintForm> {
  await forgetDrafts('complaint');
  const form = await show({ portal: await openPortal(config) });
  if (!('catalogue' in config)) await agenciesOf(form);
  return form;
}

const agenciesOf = (form: ComplaintForm) =>
  waitUntilFound(() => form.shadowRoot?.querySelector('#agency option:nth-child(2)'), 'the agencies');

/** A form with all answers. */
async function filled(config?: Record<string, string>): Promise<ComplaintForm> {
  const form = await open(config);
  await agenciesOf(form);
  return fill(form);
}

async function fill(form: ComplaintForm): Promise<ComplaintForm> {
  form.shadowRoot?.querySelector<HTMLElement>('input[value=overdue]')?.click();
  typeInControl(findControl(form, ru.text), 'Ответа нет уже месяц.');
  typeInControl(findControl(form, ru.name), 'Анна Примерова');
  typeInControl(findControl(form, ru.email), 'anna@example.ru');
  findControl(form, ru.consent)?.click();
  await form.updateComplete;
  return form;
}

/** Waits until the form says something. */
async function until(form: ComplaintForm, words: string): Promise<ComplaintForm> {
  await waitUntilFound(() => visibleTextOf(form).includes(words), words);
  return form;
}

function send(form: ComplaintForm, words: string): Promise<ComplaintForm> {
  findButton(form, ru.send)?.click();
  return until(form, words);
}

/** A form that could not be sent: the portal has it, and its answer is lost. */
async function lost(): Promise<ComplaintForm> {
  const form = await filled();
  await spoil({ kind: 'cut', when: 'after', path: PATH });
  await send(form, PHONE);
  await runSandboxCommand({ command: 'fault' });
  return form;
}

const sending = { fill: () => filled(), send, path: PATH, sendingText: ru.sending, phone: PHONE };

/** The states of `<okno-complaint-form>`. */
export const states = {
  loading: { impossible: 'форма видна сразу' },
  notFound: { impossible: 'форма у всех одна' },
  unavailable: { impossible: 'форму не нужно загружать' },
  asking: () => open(),
  'agencies-loading': async () => {
    await spoil({ kind: 'latency', ms: 60_000, path: '/v1/' });
    const { config } = await openPortal();
    return open({ catalogue: `${config.portal.href}v1/` });
  },
  'agencies-failed': async () => until(await open({ catalogue: 'http://localhost:9/' }), ru.noAgencies),
  filled: () => filled(),
  restored: async () => {
    const form = await until(await filled(), ru.saved);
    return until(await show({ portal: form.portal }), String(ru.notices.restored));
  },
  unfinished: async () => {
    const { portal } = await lost();
    return until(await show({ portal }), String(ru.notices.unfinished));
  },
  unsaved: () => withoutStorage(async () => until(await filled(), draftRu.notSaved)),
  mistakes: async () => send(await open(), ru.summary),
  ...sendingStates(sending),
  waiting: { impossible: 'сама отправляется только форма заявления' },
  refused: async () => {
    const form = await filled({ catalogue: './old-catalogue.json' });
    form.form.setValues({ agency: 'uprazdnyon' });
    // The form reads its boxes again when it is sent.
    await form.updateComplete;
    return send(form, String(ru.notices.refused));
  },
  sent: async () => onDayOff(async () => send(await filled(), ru.sent)),
  earlier: async () => {
    const form = await lost();
    typeInControl(findControl(form, ru.text), 'Теперь написано иначе.');
    return send(form, ru.earlier);
  },
} satisfies States<ComplaintState>;
