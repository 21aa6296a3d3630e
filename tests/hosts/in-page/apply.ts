import { findControl, findDeep, findText, isCovered, waitFor } from './find.ts';

/** A whole application for a place in a kindergarten, with a file and an address from the suggestions. */
const ABOUT_YOU = [
  ['Фамилия', 'Примерова'],
  ['Имя', 'Анна'],
  ['Отчество', 'Ивановна'],
  ['СНИЛС', '112-233-445 95'],
  ['Телефон', '8 903 123-45-67'],
  ['Электронная почта', 'anna@example.ru'],
] as const;
const ABOUT_CHILD = [
  ['Фамилия ребёнка', 'Примеров'],
  ['Имя ребёнка', 'Пётр'],
  ['Дата рождения ребёнка', '01.02.2024'],
] as const;
const TYPED_ADDRESS = 'барн лен 12';
const CHOSEN_ADDRESS = 'Барнаул, пр-кт Ленина, 12';
/** Words of ours, which are English on an English page; the questions are the region's, and Russian. */
const REVIEW = /Проверка|Review/;
const UPLOADED = /загружен|uploaded/;

/** Fills the form in and sends it; calls `look` at each step. Gives the number. Throws with the step where it does not go on. */
export async function apply(form: Element, look: () => void): Promise<string> {
  const root = form.shadowRoot as ShadowRoot;
  const goTo = async (heading: RegExp) => {
    look();
    nextButton(root).click();
    const title = await waitFor(`шаг «${heading.source}»`, () => findText(root, 'h2', heading));
    await waitFor(`заголовок «${heading.source}» не под шапкой страницы`, () => !isCovered(title), 2000);
  };
  fill(root, ABOUT_YOU);
  await goTo(/О ребёнке/);
  fill(root, ABOUT_CHILD);
  await goTo(/Адрес/);
  await chooseAddress(root);
  fill(root, [['С какого дня', '01.09.2027']]);
  (
    findDeep(root, 'label', ({ textContent }) => textContent.trim() === 'Общеразвивающая') as HTMLElement
  ).click();
  await goTo(/Документы/);
  await attachFile(root);
  fill(root, [['Что ещё важно знать', 'Брат ходит в сад № 44 — «Ёлочка»']]);
  await goTo(REVIEW);
  look();
  (await waitFor('согласие', () => findDeep(root, 'input[type=checkbox]'))).click();
  nextButton(root).click();
  const number = await waitFor('номер заявления', () => findDeep(root, '[data-number]'));
  look();
  return number.textContent.trim();
}

/** The button that leads on: «Дальше», «Подать заявление». */
function nextButton(root: ParentNode): HTMLElement {
  const button = findDeep(root, 'form .go button');
  if (!button) throw new Error('нет кнопки «Дальше»');
  return button;
}

function fill(root: ParentNode, answers: readonly (readonly [label: string, value: string])[]): void {
  for (const [label, value] of answers) {
    const control = findControl(root, label);
    if (!control) throw new Error(`нет поля «${label}»`);
    type(control, value);
    // Not `Event`: Firefox and WebKit run the visit in the page's own world, where MooTools has one of its own.
    control.dispatchEvent(new CustomEvent('change', { bubbles: true }));
    control.dispatchEvent(new FocusEvent('blur'));
  }
}

function type(control: HTMLInputElement, value: string): void {
  control.focus();
  control.value = value;
  control.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
}

/** Types a part of the address and chooses the suggestion. */
async function chooseAddress(root: ParentNode): Promise<void> {
  const field = await waitFor(
    'поле адреса',
    () => findDeep(root, '[role=combobox]') as HTMLInputElement | undefined,
  );
  type(field, TYPED_ADDRESS);
  const option = await waitFor('подсказка адреса', () =>
    findText(root, '[role=option]', new RegExp(CHOSEN_ADDRESS)),
  );
  option.click();
  await waitFor('выбранный адрес', () => field.value.includes(CHOSEN_ADDRESS));
}

async function attachFile(root: ParentNode): Promise<void> {
  const input = await waitFor(
    'поле файла',
    () => findDeep(root, 'input[type=file]') as HTMLInputElement | undefined,
  );
  const chosen = new DataTransfer();
  chosen.items.add(new File(['%PDF-1.4\n%%EOF\n'], 'справка.pdf', { type: 'application/pdf' }));
  input.files = chosen.files;
  input.dispatchEvent(new CustomEvent('change'));
  await waitFor('файл на портале', () => findText(root, '[role=status]', UPLOADED));
}
