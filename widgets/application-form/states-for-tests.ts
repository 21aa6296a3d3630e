// Longer than most: the states of one widget, which a test counts.
import { sendingStates } from '../../tests/gallery/sending-states.ts';
import type { FormState, States } from '../../tests/gallery/states.ts';
import {
  ABOUT_CHILD,
  ABOUT_YOU,
  fillStep,
  fillAllSteps,
  headingOf,
  clickNext,
  openApplicationForm as openForm,
} from '../../tests/widgets/application-form.ts';
import {
  findButton,
  findControl,
  waitUntilFound,
  forgetDrafts,
  onDayOff,
  openPortal,
  openSignedIn,
  visibleTextOf,
  runSandboxCommand,
  spoil,
  typeInControl,
  withoutConnection,
  withDataLoss,
  withoutStorage,
} from '../../tests/widgets/page.ts';
import { createAcceptedApplication } from '../../tests/widgets/cases.ts';
import {
  ApplicationSchema,
  type ApplicationCreated,
  type ApplicationInput,
} from '../contract/applications/schemas.ts';
import { draftRu } from '../forms/draft-messages.ts';
import { sendingRu } from '../forms/sending-messages.ts';
import type { FormDraft } from '../forms/draft-plan.ts';
import { OpenCase } from '../portal/open-case.ts';
import type { Portal } from '../portal/context.ts';
import { correctionOf } from '../portal/correction.ts';
import { ApplicationForm } from './application-form.ts';
import { ru, type Messages } from './messages.ts';

type Step = 'step-child' | 'step-address' | 'step-documents' | 'review' | 'review-mistakes';
/** States of its draft. */
type DraftState =
  | 'drafts'
  | 'untitled'
  | 'discarded'
  | 'shared'
  | 'elsewhere'
  | 'signed-out'
  | 'ask-signed-out'
  | 'two-answers'
  | 'lost'
  | 'lost-answers'
  | 'emptied'
  | 'leftovers'
  | 'receipt-removed';
type ApplicationState =
  | FormState<keyof Messages['notices']>
  | Step
  | DraftState
  | 'signed-in'
  | 'offered'
  | 'earlier'
  | 'no-connection'
  | 'no-connection-unsaved'
  | 'checking'
  | 'sending-files'
  | 'sent-qr'
  | 'hand-over'
  | 'hand-over-making'
  | 'hand-over-failed'
  | 'have-code'
  | 'handed-over'
  | 'slow'
  | 'no-form'
  | 'correcting'
  | 'correcting-mended'
  | 'correcting-elsewhere';

const PATH = '/v1/applications';
/** It has a card only. */
const SERVICE_WITHOUT_FORM = 'pasport-rf';
const PHONE = '8 800 100-70-10';
const PDF = new File(['%PDF-1.4\n%%EOF\n'], 'справка.pdf', { type: 'application/pdf' });
const ADDRESS = {
  'Адрес, где живёт ребёнок': 'Барнаул, пр-кт Ленина, 12',
  'С какого дня': '01.09.2027',
};

async function open(portal?: Portal, service?: string): Promise<ApplicationForm> {
  await forgetDrafts('detskiy-sad');
  return openForm(portal, service);
}

/** Waits until the form says something. */
async function until(form: ApplicationForm, words: string): Promise<ApplicationForm> {
  await waitUntilFound(() => visibleTextOf(form).includes(words), words);
  return form;
}

/** A form at a step, from 0, with the steps before it filled in. */
async function atStep(step: number): Promise<ApplicationForm> {
  const form = await open();
  const steps = [
    ['О вас', ABOUT_YOU],
    ['О ребёнке', ABOUT_CHILD],
    ['Адрес и детский сад', ADDRESS],
    ['Документы', {}],
  ] as const;
  await until(form, 'О вас');
  for (const [title, answers] of steps.slice(0, step)) {
    await fillStep(form, title, answers);
    await waitUntilFound(() => headingOf(form) !== title, `the step after «${title}»`);
  }
  return form;
}

/** A form that can be sent. */
async function whole(portal?: Portal): Promise<ApplicationForm> {
  const form = await open(portal);
  await fillAllSteps(form);
  findControl(form, 'Даю согласие')?.click();
  await form.updateComplete;
  return form;
}

/** A form in which a refused application is mended; it was about the family name. */
async function correcting(): Promise<ApplicationForm> {
  await forgetDrafts('detskiy-sad');
  const portal = await openPortal();
  const { number, code } = await createAcceptedApplication(portal, 'detskiy-sad');
  await runSandboxCommand({ command: 'move', number, move: { to: 'refused' } });
  const access = new OpenCase(portal, { kind: 'application', number, code });
  const application = await access.read('', ApplicationSchema);
  const refusal = { text: 'В паспорте другая фамилия.', fields: ['applicantLastName'] };
  const form = await openForm(portal);
  form.correction = correctionOf(access, { ...application, refusal }, { applicantLastName: 'Примерова' });
  await until(form, ru.correcting(number));
  return until(form, refusal.text);
}

function send(form: ApplicationForm, words: string): Promise<ApplicationForm> {
  clickNext(form);
  return until(form, words);
}

/** What waits for a connection. */
async function queued(): Promise<ApplicationForm> {
  const form = await withoutConnection(async () => send(await whole(), sendingRu.queue));
  findButton(form, sendingRu.queue)?.click();
  return until(form, sendingRu.queuedHint(true));
}

const sending = { fill: () => whole(), send, path: PATH, sendingText: ru.sending, phone: PHONE };

/** A form with a name that the device has saved. */
async function draft(lastName: string): Promise<ApplicationForm> {
  const form = await atStep(0);
  typeInControl(findControl(form, 'Фамилия'), lastName);
  await until(form, ru.saved);
  return until(form, draftRu.shared);
}

/** A form whose draft goes to another device. */
async function handOver(): Promise<ApplicationForm> {
  const form = await draft('Примерова');
  findButton(form, draftRu.handOver.start)?.click();
  return form;
}

/** A form whose draft has been changed by something else than typing. */
async function changedDraft(
  change: Partial<FormDraft<ApplicationInput, ApplicationCreated>>,
  words: string,
): Promise<ApplicationForm> {
  const form = await draft('Примерова');
  await (await form.form.openDraft()).update(change);
  return until(form, words);
}

/** A form that says how a sign-in has ended. */
async function withNotice(notice: 'signInUnfinished' | 'signInBlocked' | 'signInInsecure') {
  const form = await atStep(0);
  form.form.showNotice(notice);
  return until(form, String(ru.notices[notice]));
}

/** The states of `<okno-application-form>`. */
export const states = {
  loading: async () => {
    await spoil({ kind: 'latency', ms: 60_000, path: '/v1/' });
    const { config } = await openPortal();
    return until(await open(await openPortal({ forms: `${config.portal.href}v1/` })), ru.loading);
  },
  slow: async () => {
    await spoil({ kind: 'latency', ms: 60_000, path: '/v1/' });
    const { config } = await openPortal();
    const form = await open(await openPortal({ forms: `${config.portal.href}v1/` }));
    return until(form, ru.slow(PHONE));
  },
  notFound: async () => until(await open(undefined, 'no-such-service'), ru.unknown),
  'no-form': async () => until(await open(undefined, SERVICE_WITHOUT_FORM), ru.card),
  unavailable: async () => until(await open(await openPortal({ forms: 'http://localhost:9/' })), PHONE),
  asking: () => atStep(0),
  'signed-in': async () => until(await open(await openSignedIn()), 'Здравствуйте'),
  signInFailed: async () => {
    const portal = await openSignedIn();
    await spoil({ kind: 'error', path: '/v1/profile' });
    return until(await open(portal), String(ru.notices.signInFailed));
  },
  signInUnfinished: () => withNotice('signInUnfinished'),
  signInBlocked: () => withNotice('signInBlocked'),
  signInInsecure: () => withNotice('signInInsecure'),
  'step-child': () => atStep(1),
  'step-address': () => atStep(2),
  'step-documents': () => atStep(3),
  review: () => atStep(4),
  'review-mistakes': async () => send(await atStep(4), ru.summary),
  offered: async () => {
    const form = await atStep(0);
    const control = findControl(form, 'Фамилия');
    typeInControl(control, 'Cидоров');
    control?.dispatchEvent(new FocusEvent('blur'));
    return until(form, ru.offer('Сидоров'));
  },
  mistakes: async () => send(await atStep(0), ru.summary),
  restored: async () => {
    await until(await atStep(1), ru.saved);
    return until(await openForm(), String(ru.notices.restored));
  },
  formChanged: async () => {
    const form = await open(await openPortal({ forms: './old-forms/' }));
    await fillStep(form, 'О вас', ABOUT_YOU);
    await until(form, ru.saved);
    return until(await openForm(), String(ru.notices.formChanged));
  },
  unsaved: () =>
    withoutStorage(async () => {
      const form = await atStep(0);
      typeInControl(findControl(form, 'Фамилия'), 'Примерова');
      return until(form, draftRu.notSaved);
    }),
  drafts: async () => {
    const form = await draft('Примерова');
    findButton(form, draftRu.startNew)?.click();
    await waitUntilFound(() => !findControl(form, 'Фамилия')?.value, 'an empty form');
    typeInControl(findControl(form, 'Фамилия'), 'Образцов');
    const list = await waitUntilFound(() => form.shadowRoot?.querySelector('details'), 'the list');
    list.open = true;
    return until(form, draftRu.resume);
  },
  untitled: async () => {
    const form = await draft('Примерова');
    form.form.setValues({ applicantLastName: '', applicantPhone: '+7 900 000-00-00' });
    await until(form, ru.saved);
    findButton(form, draftRu.startNew)?.click();
    const list = await waitUntilFound(() => form.shadowRoot?.querySelector('details'), 'the list');
    list.open = true;
    return until(form, draftRu.untitled);
  },
  discarded: async () => {
    const form = await draft('Примерова');
    findButton(form, draftRu.discard)?.click();
    return until(form, draftRu.discarded);
  },
  shared: async () => {
    const form = await draft('Примерова');
    findButton(form, draftRu.shared)?.click();
    return until(form, draftRu.sharedNow);
  },
  elsewhere: async () => {
    const form = await draft('Примерова');
    const { service, portal } = form;
    const second = Object.assign(new ApplicationForm(), { service, portal });
    document.body.append(second);
    return until(second, draftRu.elsewhere);
  },
  'signed-out': async () => {
    const portal = await openSignedIn();
    const form = await until(await open(portal), draftRu.shared);
    await portal.session.signOut();
    return until(form, draftRu.signInAgain);
  },
  'ask-signed-out': async () => {
    const form = await whole();
    await (await form.form.openDraft()).update({ owner: 'Анна Петровна' });
    return send(form, draftRu.sendAnyway);
  },
  'hand-over': async () => until(await handOver(), draftRu.handOver.title),
  'hand-over-making': async () => {
    await spoil({ kind: 'latency', ms: 60_000, path: '/v1/hand-overs' });
    return until(await handOver(), draftRu.handOver.making);
  },
  'hand-over-failed': async () => {
    await spoil({ kind: 'error', path: '/v1/hand-overs' });
    return until(await handOver(), draftRu.handOver.failed);
  },
  'have-code': async () => {
    const form = await draft('Примерова');
    findButton(form, draftRu.handOver.haveCode)?.click();
    await until(form, draftRu.handOver.take);
    findButton(form, draftRu.handOver.take)?.click();
    return until(form, draftRu.handOver.wrong);
  },
  'handed-over': async () => {
    const form = await until(await handOver(), draftRu.handOver.title);
    const code = form.shadowRoot?.querySelector('.hand-over [data-code]')?.textContent ?? '';
    location.hash = `okno-hand-over=${code}`;
    return until(await open(form.portal), draftRu.handOver.taken);
  },
  'two-answers': () => changedDraft({ others: { applicantLastName: ['Образцова'] } }, draftRu.takeOther),
  lost: () => changedDraft({ lost: ['справка.pdf'] }, draftRu.lost(['справка.pdf'])),
  'lost-answers': () => changedDraft({ lost: [''] }, draftRu.lost([])),
  emptied: () => withDataLoss(async () => until(await openForm(), draftRu.emptied)),
  leftovers: () => changedDraft({ values: { former: 'двойняшки' } }, draftRu.leftovers),
  'receipt-removed': async () => {
    const form = await send(await whole(), ru.sent);
    await until(form, draftRu.removeReceipt);
    findButton(form, draftRu.removeReceipt)?.click();
    return until(form, draftRu.receiptRemoved);
  },
  correcting,
  'correcting-mended': async () => {
    const form = await correcting();
    form.form.setValues({ applicantLastName: 'Образцова' });
    return until(form, ru.mended);
  },
  'correcting-elsewhere': async () => {
    const form = await correcting();
    await fillStep(form, 'О вас', ABOUT_YOU);
    return until(form, ru.mendElsewhere);
  },
  confirmAgain: async () => {
    const form = await correcting();
    await fillAllSteps(form);
    findControl(form, 'Даю согласие')?.click();
    await form.updateComplete;
    return send(form, String(ru.notices.confirmAgain));
  },
  ...sendingStates(sending),
  'sending-files': async () => {
    const form = await whole();
    await (
      await form.form.openDraft()
    ).update({ values: { ...form.form.state.values, benefitDocument: [PDF] } });
    await spoil({ kind: 'latency', ms: 60_000, path: '/v1/uploads' });
    return send(form, sendingRu.files(0, 1));
  },
  checking: async () => {
    const form = await whole();
    await spoil({ kind: 'cut', when: 'before', path: PATH });
    return send(form, sendingRu.checking);
  },
  unclear: async () => {
    const form = await whole();
    await spoil({ kind: 'cut', when: 'before', path: PATH });
    await send(form, sendingRu.checking);
    findButton(form, sendingRu.leave)?.click();
    return until(form, 'Второго не появится');
  },
  'no-connection': () => withoutConnection(async () => send(await whole(), sendingRu.noConnection(true))),
  'no-connection-unsaved': () =>
    withoutStorage(() => withoutConnection(async () => send(await whole(), sendingRu.noConnection(false)))),
  waiting: queued,
  notSent: async () => {
    const form = await queued();
    findButton(form, sendingRu.change)?.click();
    return until(form, String(ru.notices.notSent));
  },
  changedSince: async () => {
    const form = await queued();
    // In another tab, as it were.
    await (
      await form.form.openDraft()
    ).update({ values: { ...form.form.state.values, childFirstName: 'Павел' } });
    findButton(form, sendingRu.sendNow)?.click();
    return until(form, String(ru.notices.changedSince));
  },
  sentElsewhere: async () => {
    const form = await whole();
    const draft = await form.form.openDraft();
    const { portal } = form;
    const rules = await form.form.loadRules();
    // Another device has sent it under the same key, with another answer.
    const answers = { ...draft.data.values, childFirstName: 'Павел' };
    if (portal)
      await rules.sendInput(portal, rules.inputOf(answers, form.form.consentVersion), draft.data.key);
    return send(form, 'с другими ответами');
  },
  refused: async () => {
    const form = await open(await openPortal({ forms: './lax-forms/' }));
    await fillStep(form, 'О вас', { ...ABOUT_YOU, 'Электронная почта': 'anna' });
    await fillStep(form, 'О ребёнке', ABOUT_CHILD);
    await fillStep(form, 'Адрес и детский сад', ADDRESS);
    await fillStep(form, 'Документы', {});
    await until(form, ru.consent);
    findControl(form, 'Даю согласие')?.click();
    return send(form, String(ru.notices.refused));
  },
  sent: async () => onDayOff(async () => send(await whole(), ru.sent)),
  'sent-qr': async () => {
    const form = await send(await whole(), ru.sent);
    const box = await waitUntilFound(
      () => form.shadowRoot?.querySelector<HTMLDetailsElement>('.save'),
      'ways',
    );
    box.open = true;
    findButton(form, ru.saving.qr)?.click();
    return until(form, ru.saving.qrHint);
  },
  earlier: async () => {
    const form = await whole();
    await spoil({ kind: 'cut', when: 'after', path: PATH });
    await send(form, sendingRu.checking);
    findButton(form, sendingRu.leave)?.click();
    await until(form, 'Второго не появится');
    await runSandboxCommand({ command: 'fault' });
    form.form.setValues({ childFirstName: 'Павел' });
    return send(form, ru.earlier);
  },
} satisfies States<ApplicationState>;
