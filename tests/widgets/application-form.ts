/** What a person does with `<okno-application-form>`, for its tests: the form of a place in a kindergarten. */
import { control, eventually, mount, openPortal, type } from './page.ts';
import type { ApplicationForm } from '../../widgets/application-form/application-form.ts';
import type { Portal } from '../../widgets/portal/context.ts';
import '../../widgets/application-form/register.ts';

export const TAG = 'okno-application-form';
export const heading = (element: Element) => element.shadowRoot?.querySelector('h2')?.textContent;
export const next = (element: Element) =>
  element.shadowRoot?.querySelector<HTMLElement>('form .go .button')?.click();

export async function open(portal?: Portal, service = 'detskiy-sad'): Promise<ApplicationForm> {
  return mount<ApplicationForm>(TAG, { service, portal: portal ?? (await openPortal()) }, 'Позвоните нам');
}

export const ABOUT_YOU = {
  Фамилия: 'Примерова',
  Имя: 'Анна',
  СНИЛС: '112-233-445 95',
  Телефон: '8 903 123-45-67',
  'Электронная почта': 'anna@example.ru',
};
export const ABOUT_CHILD = {
  'Фамилия ребёнка': 'Примеров',
  'Имя ребёнка': 'Пётр',
  'Дата рождения': '01.02.2024',
};

/** Fills in one step and goes to the next. */
export async function fill(
  element: ApplicationForm,
  title: string,
  answers: Record<string, string>,
): Promise<void> {
  await eventually(
    () => heading(element) === title,
    `the step «${title}»; there is «${heading(element) ?? ''}»`,
  );
  for (const [label, value] of Object.entries(answers)) type(control(element, label), value);
  if (title === 'Адрес и детский сад') control(element, 'Общеразвивающая')?.click();
  await element.updateComplete;
  next(element);
}

export async function fillAll(element: ApplicationForm, child = ABOUT_CHILD): Promise<void> {
  await fill(element, 'О вас', ABOUT_YOU);
  await fill(element, 'О ребёнке', child);
  await fill(element, 'Адрес и детский сад', {
    'Адрес, где живёт ребёнок': 'Барнаул, пр-кт Ленина, 12',
    'С какого дня': '01.09.2027',
  });
  await fill(element, 'Документы', {});
  await eventually(() => heading(element) === 'Проверка', 'the review');
}
