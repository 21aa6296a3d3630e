// Longer than most: the states of all sections, which a test counts.
import type { States } from '../../tests/gallery/states.ts';
import { createAcceptedApplication } from '../../tests/widgets/cases.ts';
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
import { OpenCase } from '../portal/open-case.ts';
import type { CaseFiles } from './case-files.ts';
import type { CaseForm } from './case-form.ts';
import type { CaseFormKind } from './case-form-rules.ts';
import type { CaseInvoices } from './case-invoices.ts';
import type { CaseVisit } from './case-visit.ts';
import { ru, type Messages } from './messages.ts';
import type { Trouble } from './trouble.ts';
import './register-sections.ts';

type TroubleName = Extract<Trouble, { failure: unknown }>['failure'];
type Order = Extract<Parameters<typeof runSandboxCommand>[0], { command: 'move' }>['move'];
type Element = HTMLElement & {
  updateComplete: Promise<boolean>;
  access: OpenCase;
  version: unknown;
  service: string;
  canWrite: boolean;
};
type SectionState =
  | 'loading'
  | TroubleName
  | `history${'' | '-newer'}`
  | `letters${'' | '-none' | '-writing'}`
  | `invoices${'' | '-none' | '-qr' | '-cancelled' | '-newer'}`
  | `visits${'' | '-none' | '-card' | '-offered' | '-marked' | '-moving' | '-cancelling' | '-cancelled' | '-newer'}`
  | `files${'' | '-none' | '-signed' | '-not-signed' | '-confirm' | '-digits' | '-six' | '-wrong'}`
  | `notices${'' | '-stored'}`
  | 'mend'
  | CaseFormKind
  | `answer-${keyof Messages['form']['notices'] | 'mistakes'}`;

const PATH = '/v1/applications';
const SERVICE = 'detskiy-sad';

/** A case that officials have moved in these ways, and the way to it. */
async function caseOf(...orders: Order[]): Promise<OpenCase> {
  const portal = await openPortal();
  const { number, code } = await createAcceptedApplication(portal, SERVICE);
  for (const order of orders) await runSandboxCommand({ command: 'move', number, move: order });
  return new OpenCase(portal, { kind: 'application', number, code });
}

/** Puts a section on the page, and waits until it says something. */
async function section(tag: string, access: OpenCase, words: string | RegExp): Promise<Element> {
  const element = await mountElement<Element>(`okno-case-${tag}`, {
    access,
    version: 1,
    service: SERVICE,
    canWrite: true,
  });
  return says(element, words);
}

async function says<E extends HTMLElement>(element: E, words: string | RegExp): Promise<E> {
  const isSaid = () =>
    typeof words === 'string' ? visibleTextOf(element).includes(words) : words.test(visibleTextOf(element));
  await waitUntilFound(isSaid, String(words));
  return element;
}

async function press<E extends HTMLElement>(element: E, button: string, words: string | RegExp): Promise<E> {
  (await waitUntilFound(() => findButton(element, button), button)).click();
  return says(element, words);
}

/** Files whose case the portal does not give, for this reason. */
const failing = (fault: Parameters<typeof spoil>[0], words: string) => async () => {
  const access = await caseOf();
  await spoil(fault);
  return section('files', access, words);
};

async function withInvoice(): Promise<OpenCase> {
  const access = await caseOf();
  await runSandboxCommand({ command: 'invoice', number: access.keys.number });
  return access;
}

async function offered(): Promise<{ access: OpenCase; element: Element }> {
  const access = await caseOf();
  const text = 'Покажите подлинник свидетельства о рождении.';
  await runSandboxCommand({ command: 'offer-visit', number: access.keys.number, text });
  return { access, element: await section('visit', access, ru.chooseTime) };
}

/** Marks the first of the offered times. */
async function marked(): Promise<{ access: OpenCase; element: Element }> {
  const made = await offered();
  made.element.shadowRoot?.querySelector<HTMLInputElement>('input[name=Время]')?.click();
  await says(made.element, 'Приду: ');
  return made;
}

async function booked(): Promise<Element> {
  const { element } = await marked();
  await press(element, 'Приду: ', ru.toCalendar);
  return says(element, 'Вас ждут: ');
}

/** Files of a case that has its result, where the applicant has to confirm that it is she who wants them. */
async function confirming(): Promise<Element> {
  const element = await section('files', await caseOf({ to: 'ready' }), ru.download);
  findButton(element, ru.download)?.click();
  await waitUntilFound(() => boxIn(element), ru.confirmTitle);
  return element;
}
const boxIn = (element: HTMLElement) => element.shadowRoot?.querySelector<HTMLElement>('okno-case-step-up');

async function waitingForDigits(): Promise<Element> {
  const element = await confirming();
  const box = await waitUntilFound(() => boxIn(element));
  await press(box, 'Прислать код', ru.digits);
  return element;
}

async function form(kind: CaseFormKind, ...orders: Order[]): Promise<CaseForm> {
  const access = await caseOf(...orders);
  const element = await mountElement<CaseForm>('okno-case-form', { access, kind });
  return says(element, ru.forms[kind].send);
}

/** An answer that has been written, and cannot be sent for this reason. */
const answerThat = (fault: Parameters<typeof spoil>[0] | undefined, words: string) => async () => {
  const element = await form('answer', { to: 'asked', text: 'Пришлите вторую страницу.' });
  typeInControl(findControl(element, ru.forms.answer.text), 'Вот она.');
  if (fault) await spoil(fault);
  findButton(element, ru.forms.answer.send)?.click();
  return says(element, words);
};
const notices = ru.form.notices as Record<string, string | ((phone: string) => string)>;
const startOf = (name: string) => {
  const text = notices[name];
  return (typeof text === 'function' ? text('') : (text ?? '')).slice(0, 30);
};

/** The states of the sections of a case. */
export const states = {
  loading: failing({ kind: 'latency', ms: 60_000, path: PATH }, ru.loading),
  offline: failing({ kind: 'cut', when: 'before', path: PATH }, ru.failures.offline('')),
  tooMany: failing({ kind: 'tooManyRequests', retryAfter: 3600, path: PATH }, ru.failures.tooMany('')),
  fault: failing({ kind: 'error', path: PATH }, ru.failures.fault('').slice(0, 20)),
  gone: async () => {
    const { portal, keys } = await caseOf();
    return section('files', new OpenCase(portal, { ...keys, code: '00000000' }), ru.failures.gone(''));
  },
  signedOut: async () => {
    const { portal, keys } = await caseOf();
    return section('files', new OpenCase(portal, { ...keys, code: '' }), ru.signInAgain);
  },
  changed: async () => {
    const { access, element } = await marked();
    await runSandboxCommand({ command: 'move', number: access.keys.number, move: { to: 'ready' } });
    return press(element, 'Приду: ', ru.failures.changed(''));
  },
  taken: async () => {
    const { element } = await marked();
    const other = await booked();
    other.replaceWith(element);
    return press(element, 'Приду: ', ru.failures.taken(''));
  },
  history: async () => {
    const access = await withInvoice();
    await runSandboxCommand({ command: 'move', number: access.keys.number, move: { to: 'ready' } });
    return section('history', access, ru.actions.fileIssued);
  },
  'history-newer': async () => {
    const element = await section('history', await caseOf(), ru.states.registered);
    const at = '2026-11-30T03:00:00.000Z';
    const newer = { at, role: 'archivist', action: 'archived', state: 'archived' };
    Object.assign(element, { shown: { items: [{ ...newer, title: 'Передано в архив' }, newer] } });
    return says(element, ru.actions.stateChanged);
  },
  letters: async () => section('letters', await caseOf({ text: 'Мы получили заявление.' }), ru.newLetter),
  'letters-none': async () => section('letters', await caseOf(), ru.noLetters),
  'letters-writing': async () => {
    const element = await section('letters', await caseOf(), ru.noLetters);
    await press(element, ru.write, '');
    const form = await waitUntilFound(() => element.shadowRoot?.querySelector<HTMLElement>('okno-case-form'));
    await says(form, ru.forms.message.send);
    return element;
  },
  invoices: async () => section('invoices', await withInvoice(), ru.showQr),
  'invoices-none': async () => section('invoices', await caseOf(), ru.noInvoices),
  'invoices-qr': async () =>
    press(await section('invoices', await withInvoice(), ru.showQr), ru.showQr, ru.qrHint),
  'invoices-cancelled': async () => {
    const access = await withInvoice();
    await runSandboxCommand({ command: 'move', number: access.keys.number, move: { to: 'refused' } });
    return section('invoices', access, ru.invoiceStates.cancelled);
  },
  'invoices-newer': async () => {
    const element = await section('invoices', await withInvoice(), ru.showQr);
    const [invoice] = (element as Element & Pick<CaseInvoices, 'shown'>).shown ?? [];
    if (!invoice) throw new Error('There is no invoice');
    const newer = { ...invoice, state: 'refunded', payUrl: undefined };
    Object.assign(element, { shown: [{ ...newer, stateTitle: 'деньги вернули' }, newer] });
    return says(element, ru.invoiceStates.other);
  },
  'visits-newer': async () => {
    const element = (await booked()) as Element & Pick<CaseVisit, 'shown'>;
    const { chosen } = element.shown ?? {};
    if (chosen) element.shown = { chosen: { ...chosen, state: 'moved', stateTitle: 'Приём перенёс орган' } };
    return says(element, 'Приём перенёс орган. Уточните в органе.');
  },
  'visits-none': async () => section('visit', await caseOf(), ru.visitsNone()),
  'visits-offered': async () => (await offered()).element,
  'visits-card': async () => {
    const { element } = await offered();
    const { shown } = element as unknown as CaseVisit;
    const advice = {
      bring: [
        { title: 'Полис', required: false },
        { title: 'Паспорт', required: true },
      ],
    };
    Object.assign(element, { shown: { ...shown, offer: { ...shown?.offer, bring: [] } }, advice });
    return says(element, ru.ifAny);
  },
  'visits-marked': async () => (await marked()).element,
  visits: () => booked(),
  'visits-moving': async () => press(await booked(), ru.move, ru.keepTime),
  'visits-cancelling': async () => press(await booked(), ru.cancelVisit, ru.cancelSure),
  'visits-cancelled': async () =>
    press(await press(await booked(), ru.cancelVisit, ru.cancelSure), ru.cancelYes, ru.cancelled),
  files: async () => section('files', await caseOf({ to: 'ready' }), ru.download),
  'files-signed': async () =>
    press(
      await section('files', await caseOf({ to: 'ready' }), ru.download),
      ru.checkSignature,
      'Подпись верна',
    ),
  'files-not-signed': async () => {
    const element = await section('files', await caseOf({ to: 'ready' }), ru.download);
    const { id = '' } = (element as unknown as CaseFiles).shown?.[0] ?? {};
    const checkedAt = '2026-11-30T03:00:00.000Z';
    const reason = 'Файл изменили после подписи.';
    Object.assign(element, { signatures: { [id]: { valid: false, reason, checkedAt } } });
    return says(element, reason);
  },
  'files-none': async () => section('files', await caseOf(), ru.noFiles),
  'files-confirm': () => confirming(),
  'files-digits': () => waitingForDigits(),
  'files-six': async () => {
    const element = await waitingForDigits();
    const box = await waitUntilFound(() => boxIn(element));
    typeInControl(findControl(box, ru.digits), '12');
    await press(box, ru.confirm, ru.sixDigits);
    return element;
  },
  'files-wrong': async () => {
    const element = await waitingForDigits();
    const box = await waitUntilFound(() => boxIn(element));
    typeInControl(findControl(box, ru.digits), '000000');
    await press(box, ru.confirm, ru.wrongDigits);
    return element;
  },
  notices: async () => section('notices', await caseOf(), ru.noticesLead),
  'notices-stored': async () => {
    const element = await section('notices', await caseOf(), ru.noticesLead);
    element.shadowRoot?.querySelector<HTMLInputElement>('input')?.click();
    return says(element, ru.noticesStored);
  },
  mend: async () => section('mend', await caseOf({ to: 'refused', text: 'В справке нет октября.' }), ru.mend),
  answer: () => form('answer', { to: 'asked', text: 'Пришлите вторую страницу.' }),
  message: () => form('message'),
  withdrawal: () => form('withdrawal'),
  escalation: () => form('escalation'),
  'answer-mistakes': async () => {
    const element = await form('answer', { to: 'asked', text: 'Пришлите вторую страницу.' });
    return press(element, ru.forms.answer.send, ru.formMistake('text', 'required'));
  },
  'answer-restored': async () => {
    const element = await form('answer', { to: 'asked', text: 'Пришлите вторую страницу.' });
    typeInControl(findControl(element, ru.forms.answer.text), 'Вот она.');
    await says(element, ru.form.saved);
    const { access } = element;
    const second = await mountElement<CaseForm>('okno-case-form', { access, kind: 'answer' });
    return says(second, startOf('restored'));
  },
  'answer-offline': async () => {
    const element = await form('answer', { to: 'asked', text: 'Пришлите вторую страницу.' });
    element.form.showNotice('offline');
    return says(element, startOf('offline'));
  },
  'answer-unclear': answerThat({ kind: 'cut', when: 'before', path: PATH }, startOf('unclear')),
  'answer-tooMany': answerThat({ kind: 'tooManyRequests', retryAfter: 3600, path: PATH }, startOf('tooMany')),
  'answer-fault': answerThat({ kind: 'error', path: PATH }, startOf('fault')),
  'answer-signedOut': async () => {
    const portal = await openSignedIn();
    const { number } = await createAcceptedApplication(portal, SERVICE);
    await runSandboxCommand({
      command: 'move',
      number,
      move: { to: 'asked', text: 'Пришлите вторую страницу.' },
    });
    const access = new OpenCase(portal, { kind: 'application', number, code: '' });
    const element = await mountElement<CaseForm>('okno-case-form', { access, kind: 'answer' });
    await says(element, ru.forms.answer.send);
    typeInControl(findControl(element, ru.forms.answer.text), 'Вот она.');
    await runSandboxCommand({ command: 'end-sessions' });
    findButton(element, ru.forms.answer.send)?.click();
    await says(element, startOf('signedOut'));
    return says(element, ru.signInAgain);
  },
  'answer-refused': { impossible: 'what the portal refuses, the form refuses before' },
  'answer-changed': async () => {
    const element = await form('answer');
    typeInControl(findControl(element, ru.forms.answer.text), 'Вот она.');
    return press(element, ru.forms.answer.send, startOf('changed'));
  },
  'answer-stepUp': async () => {
    const element = await form('withdrawal');
    return press(element, ru.forms.withdrawal.send, startOf('stepUp'));
  },
} satisfies States<SectionState>;
