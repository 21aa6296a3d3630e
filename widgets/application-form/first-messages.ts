import type { FieldMessages } from '../fields/field-kind.ts';
import type { FirstFormMessages, FirstLoadStateMessages } from '../forms/form-messages.ts';

/** Texts of the application form that are there at its first paint. */
export interface Messages extends FirstFormMessages, FirstLoadStateMessages, Omit<FieldMessages, 'date'> {
  /** Progress: «Шаг 2 из 5 · О ребёнке». */
  step: (number: number, of: number, title: string) => string;
  /** The button to the next step, by its title. */
  next: (title: string) => string;
  back: string;
  review: string;
  signIn: string;
  signInHint: string;
}

/** Left out where the browser refuses to save the draft. */
export const applicationIsKept = (isSaved: boolean) => (isSaved ? ' Всё, что вы написали, сохранено.' : '');

/** Russian texts. */
export const ru: Messages = {
  loading: 'Открываем форму…',
  slow: (phone) => `Форма открывается дольше обычного. Подождите или позвоните: ${phone}.`,
  unavailable: (phone) => `Форма не открывается. Попробуйте ещё раз чуть позже или позвоните: ${phone}.`,
  retry: 'Попробовать ещё раз',
  step: (number, of, title) => `Шаг ${number} из ${of} · ${title}`,
  saved: 'сохранено',
  optional: 'необязательно',
  choose: 'Выберите',
  next: (title) => `Дальше: ${title.toLocaleLowerCase('ru')}`,
  back: 'Назад',
  review: 'Проверка',
  send: 'Подать заявление',
  sending: 'Отправляем…',
  signIn: 'Войти и подставить мои данные',
  signInHint: 'Можно и без входа.',
  addressHint: 'Начните с любого слова: «барн лен 12»',
  notices: {
    offline: (phone, isSaved) =>
      `Портал не отвечает, заявление пока не отправлено.${applicationIsKept(isSaved)} Попробуйте ещё раз чуть позже: второе заявление не появится. Помогут и по телефону ${phone}.`,
  },
};
