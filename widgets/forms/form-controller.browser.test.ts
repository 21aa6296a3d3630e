import { expect } from 'chai';
import { LitElement } from 'lit';

import { waitUntilFound, forgetDrafts, openPortal } from '../../tests/widgets/page.ts';
import { DraftVault } from '../drafts/draft-vault.ts';
import { textIn } from '../fields/field-kind.ts';
import type { Portal } from '../portal/context.ts';
import { OfflineError } from '../portal/errors.ts';
import { FormController } from './form-controller.ts';
import { shownStep } from './form-selectors.ts';
import { loadForm } from './load-form.ts';
import { openForm } from './open-form.ts';
import type { FormPlan, FormRules } from './plan.ts';
import { restoreForm } from './restore-form.ts';

type Plan = FormPlan<string, string>;
type Rules = FormRules<string, string>;

/** Takes any text but «wrong»; «cut» does not get through. */
const RULES: Rules = {
  mistakesIn: ({ text }, _, step) => (step === undefined && text === 'wrong' ? { text: 'wrong' } : {}),
  inputOf: (values) => textIn(values, 'text'),
  sendInput(_, input) {
    if (input === 'cut') throw new TypeError('cut');
    return Promise.resolve({ result: 'accepted', value: `receipt for ${input}` });
  },
  noticeForError: (error) => (error instanceof TypeError ? 'lost' : undefined),
};

class TestForm extends LitElement {
  portal: Portal | undefined;
  form = new FormController<string, string>(this);
}
customElements.define('okno-test-form', TestForm);

/** Calls `act` on a device whose database opens after some milliseconds. */
async function withSlowStorage(milliseconds: number, act: () => Promise<void>): Promise<void> {
  const open = indexedDB.open.bind(indexedDB);
  indexedDB.open = (...args) => {
    const request = open(...args);
    const listen = request.addEventListener.bind(request);
    request.addEventListener = (type: string, listener: EventListener) => {
      listen(type, type === 'success' ? (event) => setTimeout(listener, milliseconds, event) : listener);
    };
    return request;
  };
  try {
    await act();
  } finally {
    indexedDB.open = open;
  }
}

const submit = () => new Event('submit', { cancelable: true });

describe('a form controller', () => {
  let host: TestForm;
  let sent: string[];
  const plan = (change: Partial<Plan> = {}): Plan => ({
    draft: { name: 'test-form' },
    lastStep: 0,
    questionsOf: () => ['text'],
    errorText: (name, code) => `${name}: ${code}`,
    loadRules: () => Promise.resolve(RULES),
    onSent: (receipt) => sent.push(receipt),
    ...change,
  });
  const show = (change?: Partial<Plan>, text = 'hello') => {
    host.form = openForm(host.form, plan(change), { text });
    return host.form;
  };
  const stage = () => host.form.state.stage;
  /** Loads a form with three steps. */
  const load = async (change: Partial<Plan> = {}) => {
    await loadForm(host.form, Promise.resolve(plan({ lastStep: 2, ...change })));
    return host.form;
  };

  beforeEach(async () => {
    await forgetDrafts('test-form');
    sent = [];
    host = new TestForm();
    host.portal = await openPortal();
    document.body.append(host);
  });

  it('has no plan before it has begun, and cannot be sent', () => {
    expect(() => host.form.plan).to.throw('has not begun');
    expect(() => {
      host.form.setStage({ at: 'sending', step: 0 });
    }).to.throw('A form that is loading cannot be sending');
  });

  it('says when there is no such form, and when it does not come', async () => {
    await loadForm(host.form, Promise.resolve(undefined));
    expect(stage().at).to.equal('notFound');
    host.form = new FormController(host);
    await loadForm(host.form, Promise.reject(new OfflineError('no')));
    expect(stage().at).to.equal('unavailable');
  });

  it('asks at once, and sends once however often it is submitted', async () => {
    const form = show();
    expect(stage()).to.deep.include({ at: 'asking', step: 0 });
    await Promise.all([form.submit(submit()), form.submit(submit())]);
    expect(stage()).to.deep.equal({ at: 'sent', receipt: 'receipt for hello', isEarlierVersion: false });
    expect(sent).to.deep.equal(['receipt for hello']);
  });

  it('lists what is wrong, until it is mended', async () => {
    const form = show({}, 'wrong');
    await form.submit(submit());
    expect(form.state).to.deep.include({ reported: { text: 'wrong' }, mistakes: { text: 'wrong' } });
    form.setValues({ text: 'right' });
    await waitUntilFound(() => !Object.keys(form.state.mistakes).length);
  });

  it('asks on with a notice when it could not be sent', async () => {
    const form = show({}, 'cut');
    await form.submit(submit());
    expect(stage()).to.deep.equal({ at: 'asking', step: 0, notice: 'lost' });
  });

  it('asks on when the host page does not want it to be sent', async () => {
    const form = show({ maySend: () => false });
    await form.submit(submit());
    expect(stage()).to.deep.equal({ at: 'asking', step: 0 });
    expect(sent).to.deep.equal([]);
  });

  it('sends nothing when the receipt could not be shown', async () => {
    const form = show({ prepareStep: (step) => Promise.resolve(step === 0) });
    await form.submit(submit());
    expect(stage()).to.deep.include({ at: 'asking', notice: 'offline' });
    expect(sent).to.deep.equal([]);
  });

  it('shows its draft later where the device is slow', async () => {
    await (await load()).goToStep(1);
    await (await host.form.openDraft()).update({ values: { text: 'kept' } });
    await withSlowStorage(4000, async () => {
      host.form = new FormController<string, string>(host);
      await load();
      expect(stage()).to.include({ at: 'asking', step: 0 });
      await waitUntilFound(() => host.form.state.values['text'] === 'kept', 'the draft');
      await waitUntilFound(() => shownStep(host.form) === 1, 'the step');
    });
  });

  it('keeps its draft with the step, and goes on with both', async () => {
    const form = await load();
    form.setValues({ text: 'kept' });
    await form.submit(submit());
    expect(stage()).to.deep.include({ at: 'asking', step: 1 });
    await (await form.openDraft()).update({});
    host.form = new FormController(host);
    await load();
    expect(stage()).to.deep.equal({ at: 'asking', step: 1, notice: 'restored' });
    expect(host.form.state.values).to.deep.equal({ text: 'kept' });
  });

  it('checks no step that was not shown at the click', async () => {
    const mistakesIn: Rules['mistakesIn'] = (_, __, step) => (step === 0 ? {} : { text: 'wrong' });
    const form = await load({ loadRules: () => Promise.resolve({ ...RULES, mistakesIn }) });
    await Promise.all([form.submit(submit()), form.submit(submit())]);
    expect(stage()).to.deep.include({ at: 'asking', step: 1 });
    expect(form.state).to.deep.include({ reported: {}, mistakes: {} });
    await form.submit(submit());
    expect(form.state).to.deep.include({ reported: { text: 'wrong' }, mistakes: { text: 'wrong' } });
  });

  it('hears a click while the page still scrolls to the mistakes of the last one', async () => {
    let mistakes = { text: 'wrong' } as Record<string, string>;
    const form = await load({ loadRules: () => Promise.resolve({ ...RULES, mistakesIn: () => mistakes }) });
    form.focus = () => new Promise<void>(() => undefined);
    await form.submit(submit());
    expect(form.state.reported).to.not.deep.equal({});
    mistakes = {};
    await form.submit(submit());
    // The browser's history may lead there, too.
    await waitUntilFound(() => shownStep(form) === 1, 'the next step');
  });

  it('gives up a click when she has gone to another step meanwhile', async () => {
    const form = await load();
    form.setStage({ at: 'asking', step: 2 });
    const click = form.submit(submit());
    form.setStage({ at: 'asking', step: 1 });
    await click;
    expect(stage()).to.deep.equal({ at: 'asking', step: 1 });
    expect(sent).to.deep.equal([]);
  });

  it('stays at the step that she has gone to while the device was looking for a draft', async () => {
    const form = show({ lastStep: 2 });
    form.setStage({ at: 'asking', step: 1 });
    await restoreForm(form);
    expect(stage()).to.deep.include({ at: 'asking', step: 1 });
  });

  it('shows the step that was asked for last', async () => {
    let come = () => undefined as unknown;
    const slow = new Promise<boolean>((resolve) => {
      come = () => {
        resolve(true);
      };
    });
    const form = await load({ prepareStep: (step) => (step === 1 ? slow : Promise.resolve(true)) });
    const forward = form.goToStep(1);
    await form.goToStep(2);
    come();
    await forward;
    expect(stage()).to.deep.include({ at: 'asking', step: 2 });
  });

  it('stays where it is when a step does not come', async () => {
    const form = await load({ prepareStep: (step) => Promise.resolve(step === 0) });
    await form.goToStep(1);
    expect(stage()).to.deep.include({ at: 'asking', step: 0, notice: 'offline' });
  });

  it('begins anew without what it has sent', async () => {
    const form = show({ valuesToKeep: () => ({}) });
    await form.submit(submit());
    await form.startAnother();
    expect(host.form).to.not.equal(form);
    expect(host.form.state).to.deep.include({ values: {}, consented: false });
    expect(stage()).to.deep.include({ at: 'asking', step: 0 });
    expect((await host.form.openDraft()).data).to.not.have.property('receipt');
  });

  it('keeps the receipt of what it has sent beside the form that it begins then', async () => {
    const form = show({ valuesToKeep: () => ({}) });
    await form.submit(submit());
    await form.startAnother();
    await (await host.form.openDraft()).update({ values: { text: 'another' } });
    const drafts = await new DraftVault().list('test-form');
    expect(drafts.map(({ receipt }) => receipt)).to.deep.equal([undefined, 'receipt for hello']);
  });

  it('goes one step back by «Назад» of the browser', async () => {
    const form = await load();
    await waitUntilFound(() => form.stepHistory, 'the history of the form');
    await form.goToStep(1);
    history.back();
    await waitUntilFound(() => shownStep(form) === 0, 'the first step');
    expect(stage().at).to.equal('asking');
  });
});
