import { expect } from 'chai';

import { openApplicationForm } from '../../tests/widgets/application-form.ts';
import {
  findButton,
  findControl,
  typeInControl,
  visibleTextOf,
  waitUntilFound,
} from '../../tests/widgets/page.ts';
import { ru } from './messages.ts';

describe('values in <okno-application-form>', () => {
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

  it('keeps a text that is too long', async () => {
    const form = await openApplicationForm();
    const control = await waitUntilFound(() => findControl(form, 'Фамилия'), 'the field');
    expect(control.maxLength).to.equal(-1);
  });
});
