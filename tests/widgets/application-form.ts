/** What a person does with `<okno-application-form>`, for its tests: the form of a place in a kindergarten. */
import { findControl, waitUntilFound, mountElement, openPortal, typeInControl } from './page.ts';
import type { ApplicationForm } from '../../widgets/application-form/application-form.ts';
import type { Portal } from '../../widgets/portal/context.ts';
import '../../widgets/application-form/register.ts';

/** The tag of the widget. */
export const APPLICATION_FORM_TAG = 'okno-application-form';
/** The title of the step that is shown. */
export const headingOf = (element: Element) => element.shadowRoot?.querySelector('h2')?.textContent;
/** Presses the button that leads on: «Дальше», «Подать заявление». */
export const clickNext = (element: Element) =>
  element.shadowRoot?.querySelector<HTMLElement>('form .go .button')?.click();

/** Puts the form of a service on the page. */
export async function openApplicationForm(
  portal?: Portal,
  service = 'detskiy-sad',
): Promise<ApplicationForm> {
  return mountElement<ApplicationForm>(
    APPLICATION_FORM_TAG,
    { service, portal: portal ?? (await openPortal()) },
    'Позвоните нам',
  );
}

/** Right answers of the first step, by their labels. */
export const ABOUT_YOU = {
  Фамилия: 'Примерова',
  Имя: 'Анна',
  СНИЛС: '112-233-445 95',
  Телефон: '8 903 123-45-67',
  'Электронная почта': 'anna@example.ru',
};
/** Right answers of the second step. */
export const ABOUT_CHILD = {
  'Фамилия ребёнка': 'Примеров',
  'Имя ребёнка': 'Пётр',
  'Дата рождения': '01.02.2024',
};

/** Fills in one step and goes to the next. */
export async function fillStep(
  element: ApplicationForm,
  title: string,
  answers: Record<string, string>,
): Promise<void> {
  await waitUntilFound(
    () => headingOf(element) === title,
    `the step «${title}»; there is «${headingOf(element) ?? ''}»`,
  );
  for (const [label, value] of Object.entries(answers)) typeInControl(findControl(element, label), value);
  if (title === 'Адрес и детский сад') findControl(element, 'Общеразвивающая')?.click();
  await element.updateComplete;
  clickNext(element);
}

/** Fills in all steps up to the review. */
export async function fillAllSteps(element: ApplicationForm, child = ABOUT_CHILD): Promise<void> {
  await fillStep(element, 'О вас', ABOUT_YOU);
  await fillStep(element, 'О ребёнке', child);
  await fillStep(element, 'Адрес и детский сад', {
    'Адрес, где живёт ребёнок': 'Барнаул, пр-кт Ленина, 12',
    'С какого дня': '01.09.2027',
  });
  await fillStep(element, 'Документы', {});
  await waitUntilFound(() => headingOf(element) === 'Проверка', 'the review');
}
