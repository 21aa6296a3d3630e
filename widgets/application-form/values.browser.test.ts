import { expect } from 'chai';

import { openApplicationForm } from '../../tests/widgets/application-form.ts';
import {
  findButton,
  findControl,
  forgetDrafts,
  openPortal,
  typeInControl,
  visibleTextOf,
  waitUntilFound,
} from '../../tests/widgets/page.ts';
import { VALUE_CASES } from '../contract/values/cases-for-tests.ts';
import { ru } from './messages.ts';

const KINDS = ['phone', 'email', 'date', 'snils'];

describe('values in <okno-application-form>', () => {
  // What another file has left: a form that was sent shows its receipt.
  before(async () => {
    for (const service of ['detskiy-sad', ...KINDS]) await forgetDrafts(service);
  });

  for (const [label, typed, corrected] of [
    ['Фамилия', 'Cидоров', 'Сидоров'],
    ['Электронная почта', 'anna@gmial.com', 'anna@gmail.com'],
  ] as const)
    it(`offers ${corrected} for what was typed, and takes it by one tap`, async () => {
      const form = await openApplicationForm();
      const control = await waitUntilFound(() => findControl(form, label), label);
      typeInControl(control, typed);
      control.dispatchEvent(new FocusEvent('blur'));
      const button = await waitUntilFound(() => findButton(form, ru.offer(corrected)), 'the offer');
      button.click();
      await form.updateComplete;
      expect(findControl(form, label)?.value).to.equal(corrected);
      expect(visibleTextOf(form)).not.to.include(ru.offer(corrected));
    });

  for (const kind of KINDS)
    it(`keeps each ${kind} as it was typed, and says what is wrong with it`, async () => {
      const form = await openApplicationForm(await openPortal({ forms: './field-forms/' }), kind);
      const control = await waitUntilFound(() => findControl(form, 'С ошибкой'), 'the field');
      const rules = await form.form.loadRules();
      for (const [typed, expected] of VALUE_CASES[kind]?.cases ?? []) {
        // The form asks for a day in the past.
        if (expected === '2027-09-01') continue;
        typeInControl(control, typed);
        await form.updateComplete;
        expect(control.value).to.equal(typed);
        const code = rules.mistakesIn(form.form.state.values, undefined, 0)['wrong'];
        expect(code, JSON.stringify(typed)).to.equal(
          typeof expected === 'string' ? undefined : expected.refused,
        );
      }
    });

  it('keeps a text that is too long', async () => {
    const form = await openApplicationForm();
    const control = await waitUntilFound(() => findControl(form, 'Фамилия'), 'the field');
    expect(control.maxLength).to.equal(-1);
  });
});
