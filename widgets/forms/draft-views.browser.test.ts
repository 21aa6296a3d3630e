import { expect } from 'chai';
import { LitElement, render } from 'lit';

import {
  forgetDrafts,
  openPortal,
  visibleTextOf,
  waitUntilFound,
  withoutStorage,
} from '../../tests/widgets/page.ts';
import { textIn } from '../fields/field-kind.ts';
import type { Portal } from '../portal/context.ts';
import { draftRu } from './draft-messages.ts';
import { FormController } from './form-controller.ts';
import { openForm } from './open-form.ts';
import type { FormPlan } from './plan.ts';

class TestForm extends LitElement {
  portal: Portal | undefined;
  form = new FormController<string, string>(this);
}
customElements.define('okno-test-draft-views', TestForm);

const PLAN: FormPlan<string, string> = {
  draft: { name: 'test-form' },
  lastStep: 0,
  questionsOf: () => ['text', 'comment'],
  errorText: (_, code) => code,
  loadRules: () =>
    Promise.resolve({
      mistakesIn: () => ({}),
      inputOf: (values) => textIn(values, 'text'),
      sendInput: (_, input) => Promise.resolve({ result: 'accepted', value: input }),
      labelOf: (name) => (name === 'text' ? 'Текст' : undefined),
    }),
  onSent: () => undefined,
};

describe('what is said about a draft', () => {
  let host: TestForm;

  /** The text above and below the form. */
  const said = () => {
    const shown = document.createElement('div');
    const { draftViews } = host.form;
    render([draftViews?.above(draftRu), draftViews?.below(draftRu)], shown);
    return visibleTextOf(shown);
  };

  beforeEach(async () => {
    await forgetDrafts('test-form');
    host = new TestForm();
    host.portal = await openPortal();
    document.body.append(host);
    host.form = openForm(host.form, PLAN, { text: 'hello' });
    await waitUntilFound(() => host.form.draftViews !== undefined, 'the views');
  });
  afterEach(() => {
    host.remove();
  });

  it('names a lost answer as the form asks for it, and a lost file by its name, until it is given again', async () => {
    const draft = await host.form.openDraft();
    await draft.update({ lost: ['text', 'справка.pdf'] });
    await waitUntilFound(() => said().includes(draftRu.lost(['Текст', 'справка.pdf'])), 'both names');
    host.form.setValues({ text: 'hello again' });
    await waitUntilFound(() => said().includes(draftRu.lost(['справка.pdf'])), 'the file alone');
    // What was typed is stored: nothing that is read from the device comes between.
    await draft.update({});
    await draft.update({ lost: ['comment'] });
    await waitUntilFound(() => said().includes(draftRu.lost([])), 'an answer that is not asked for');
    host.form.setValues({ comment: 'given again' });
    await waitUntilFound(() => !said().includes(draftRu.lost([])), 'nothing lost');
  });

  it('offers a second draft only where the device keeps the first one', async () => {
    await (await host.form.openDraft()).update({});
    expect(said()).to.include(draftRu.startNew);
    await withoutStorage(async () => {
      host.form = openForm(new FormController(host), PLAN, { text: 'hello' });
      await (await host.form.openDraft()).update({});
      await waitUntilFound(() => said().includes(draftRu.notSaved), 'the warning');
    });
    expect(said()).to.include(draftRu.discard).and.not.to.include(draftRu.startNew);
  });
});
