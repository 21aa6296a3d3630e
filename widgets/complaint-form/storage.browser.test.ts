import './register.ts';

import {
  findButton,
  findControl,
  forgetDrafts,
  mountElement,
  openPortal,
  typeInControl,
  visibleTextOf,
  waitUntilFound,
  withoutStorage,
} from '../../tests/widgets/page.ts';
import { draftRu } from '../forms/draft-messages.ts';
import type { ComplaintForm } from './complaint-form.ts';

describe('a complaint on a device that refuses storage', () => {
  beforeEach(() => forgetDrafts('complaint'));

  it('is sent, and the form says that nothing is kept', () =>
    withoutStorage(async () => {
      const element = await mountElement<ComplaintForm>('okno-complaint-form', {
        portal: await openPortal(),
        agency: 'minsotszaschity',
      });
      await waitUntilFound(() => element.shadowRoot?.querySelector('option:nth-child(2)'), 'the agencies');
      element.shadowRoot?.querySelector<HTMLInputElement>('input[value=overdue]')?.click();
      typeInControl(findControl(element, 'Расскажите, что произошло'), 'Ответа нет уже месяц.');
      typeInControl(findControl(element, 'Как вас зовут'), 'Анна Примерова');
      typeInControl(findControl(element, 'Электронная почта'), 'anna@example.ru');
      element.shadowRoot?.querySelector<HTMLInputElement>('#consent')?.click();
      await waitUntilFound(() => visibleTextOf(element).includes(draftRu.notSaved), 'the note');
      findButton(element, 'Отправить жалобу')?.click();
      await waitUntilFound(() => visibleTextOf(element).includes('Жалоба принята'), 'the receipt');
    }));
});
