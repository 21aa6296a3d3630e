import { expect } from 'chai';

import { openApplicationForm, clickNext, fillAllSteps } from '../../tests/widgets/application-form.ts';
import {
  findButton,
  findControl,
  forgetDrafts,
  openPortal,
  runSandboxCommand,
  spoil,
  visibleTextOf,
  waitForDraft,
  waitUntilFound,
  withoutConnection,
} from '../../tests/widgets/page.ts';
import type { FaultInput } from '../../api-mocks/http/faults.ts';
import { sendingRu } from '../forms/sending-messages.ts';
import type { ApplicationForm } from './application-form.ts';
import { ru } from './messages.ts';

const PATH = '/v1/applications';
const DRAFT = 'detskiy-sad';
const count = () => runSandboxCommand({ command: 'count' });
const says = (form: ApplicationForm, words: string) =>
  waitUntilFound(() => visibleTextOf(form).includes(words), words);
const press = (form: ApplicationForm, button: string) => {
  findButton(form, button)?.click();
};

/** A form that can be sent. */
async function filled(): Promise<ApplicationForm> {
  const form = await openApplicationForm(await openPortal());
  await fillAllSteps(form);
  findControl(form, 'Даю согласие')?.click();
  await form.updateComplete;
  return form;
}

/** The number in the receipt, as soon as it is there. */
async function numberOf(form: ApplicationForm): Promise<string> {
  await says(form, ru.sent);
  return form.shadowRoot?.querySelector('[data-number]')?.textContent ?? '';
}

describe('an application that is sent', () => {
  let before: number;
  beforeEach(async () => {
    await forgetDrafts(DRAFT);
    before = await count();
  });
  afterEach(() => runSandboxCommand({ command: 'fault' }));

  const lost: [string, FaultInput][] = [
    ['its answer is lost', { kind: 'cut', when: 'after', path: PATH }],
    ['a proxy answers 502 with a page', { kind: 'foreignPage', when: 'after', path: PATH }],
    ['the page of a Wi-Fi comes with 200', { kind: 'foreignPage', status: 200, when: 'before', path: PATH }],
    ['half of the answer comes', { kind: 'half', path: PATH }],
  ];
  for (const [what, fault] of lost)
    it(`is asked for until its number is there, and is one: ${what}`, async () => {
      const form = await filled();
      await spoil(fault);
      clickNext(form);
      await says(form, sendingRu.checking);
      expect(visibleTextOf(form)).to.not.include('не отправлено');
      await runSandboxCommand({ command: 'fault' });
      press(form, sendingRu.checkNow);
      const number = await numberOf(form);
      expect(await count()).to.equal(before + 1);
      expect((await waitForDraft(DRAFT, ({ receipt }) => !!receipt)).receipt).to.include({ number });
    });

  it('is not taken for lost when the portal says itself that it has not taken it', async () => {
    const form = await filled();
    await spoil({ kind: 'error', path: PATH });
    clickNext(form);
    await says(form, 'заявление пока не принято');
    expect((await waitForDraft(DRAFT, () => true)).sent).to.deep.equal([]);
  });

  it('is sent as it was when the button was pressed; what is changed then is told not to be in it', async () => {
    const form = await filled();
    await spoil({ kind: 'cut', when: 'after', path: PATH });
    clickNext(form);
    await says(form, sendingRu.checking);
    press(form, sendingRu.leave);
    await says(form, 'проверяем. Второго не появится');
    form.form.setValues({ childFirstName: 'Павел' });
    await runSandboxCommand({ command: 'fault' });
    // The lid is opened.
    document.dispatchEvent(new Event('visibilitychange'));
    await says(form, ru.earlier);
    expect(await count()).to.equal(before + 1);
  });

  it('waits for a connection when she chooses so, also over a closed page, and tells its number by itself', async () => {
    const form = await filled();
    await withoutConnection(async () => {
      clickNext(form);
      await says(form, sendingRu.noConnection(true));
      expect(form.form.state.stage.at).to.equal('asking');
      press(form, sendingRu.queue);
      await says(form, sendingRu.queuedHint(true));
      await waitForDraft(DRAFT, ({ pressed }) => !!pressed?.isQueued);
      form.remove();
      const again = await openApplicationForm(await openPortal());
      await says(again, sendingRu.queued);
    });
    expect(await count()).to.equal(before);
    const returned = await openApplicationForm(await openPortal());
    expect(await numberOf(returned)).to.match(/^22-/);
    expect(await count()).to.equal(before + 1);
  });

  it('is sent when the connection comes back while the page is open', async () => {
    const form = await filled();
    await withoutConnection(async () => {
      clickNext(form);
      await says(form, sendingRu.queue);
      press(form, sendingRu.queue);
      await says(form, sendingRu.queuedHint(true));
    });
    dispatchEvent(new Event('online'));
    await numberOf(form);
    expect(await count()).to.equal(before + 1);
  });

  it('asks anew where an answer was changed while it waited', async () => {
    const form = await filled();
    await withoutConnection(async () => {
      clickNext(form);
      await says(form, sendingRu.queue);
      press(form, sendingRu.queue);
      await says(form, sendingRu.queuedHint(true));
    });
    const draft = await form.form.openDraft();
    await draft.update({ values: { ...draft.data.values, childFirstName: 'Павел' } });
    press(form, sendingRu.sendNow);
    await says(form, String(ru.notices.changedSince));
    expect(await count()).to.equal(before);
    clickNext(form);
    await numberOf(form);
    expect(await count()).to.equal(before + 1);
  });
});
