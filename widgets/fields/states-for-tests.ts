import type { FIELD_KINDS } from '../../tests/gallery/forms-of-fields.ts';
import type { Reach, States } from '../../tests/gallery/states.ts';
import { clickNext, openApplicationForm } from '../../tests/widgets/application-form.ts';
import {
  attachFile,
  findControl,
  waitUntilFound,
  forgetDrafts,
  openPortal,
  visibleTextOf,
  typeInControl,
} from '../../tests/widgets/page.ts';
import { ru as fileWords } from '../forms/file-messages.ts';
import { ru } from '../application-form/messages.ts';

type KindName = keyof typeof FIELD_KINDS;

/** What is typed: into the field with an answer, and into the one with a mistake. */
const TYPED: Partial<Record<KindName, [right: string, wrong: string]>> = {
  text: ['Примерова', ''],
  'text-lines': ['Первая строка\nи вторая', ''],
  date: ['01.02.2024', '45.13.2024'],
  snils: ['112-233-445 95', '112-233-445 96'],
  phone: ['8 903 123-45-67', '123'],
  email: ['anna@example.ru', 'anna'],
  address: ['Примерск, пр-кт Ленина, 12', ''],
};

const PDF = new File(['%PDF-1.4\n%%EOF\n'], 'справка.pdf', { type: 'application/pdf' });

/** Shows a kind of field in the form for it: empty, with an answer, with a mistake. */
const show =
  (kind: KindName): Reach =>
  async () => {
    await forgetDrafts('detskiy-sad');
    const form = await openApplicationForm(await openPortal({ forms: './field-forms/' }), kind);
    await waitUntilFound(() => form.renderRoot.querySelector('#field-wrong'), 'the fields');
    const [right, wrong] = TYPED[kind] ?? [];
    if (right) typeInControl(findControl(form, 'С ответом'), right);
    if (wrong) typeInControl(findControl(form, 'С ошибкой'), wrong);
    const filled = form.renderRoot.querySelector('#field-filled');
    if (kind === 'choice') (filled as HTMLElement).click();
    if (kind === 'choice-list' && filled instanceof HTMLSelectElement) {
      filled.value = 'option2';
      filled.dispatchEvent(new Event('change'));
    }
    if (kind === 'file' && filled) {
      attachFile(filled, PDF);
      await waitUntilFound(() => visibleTextOf(filled).includes(`· ${fileWords.done}`), 'the upload');
    }
    await form.updateComplete;
    clickNext(form);
    await waitUntilFound(() => visibleTextOf(form).includes(ru.summary), 'the mistakes');
    return form;
  };

/** The kinds of fields, each in all its states at once. */
export const states = {
  text: show('text'),
  'text-lines': show('text-lines'),
  date: show('date'),
  choice: show('choice'),
  'choice-list': show('choice-list'),
  snils: show('snils'),
  phone: show('phone'),
  email: show('email'),
  address: show('address'),
  file: show('file'),
} satisfies States<KindName>;
