import type { Field } from '../contract/forms/schemas.ts';
import type { FieldMessages } from '../fields/field-kind.ts';
import type {
  LoadStateMessages,
  CommonNotice,
  ConsentMessages,
  FormMessages,
  ReceiptMessages,
  NoticeText,
} from '../forms/form-messages.ts';

/** All that the application form says. */
export interface Messages
  extends FormMessages, LoadStateMessages, ConsentMessages, FieldMessages, ReceiptMessages {
  step: (number: number, of: number, title: string) => string;
  next: (title: string) => string;
  back: string;
  review: string;
  reviewHint: string;
  empty: string;
  change: string;
  changeWhat: (title: string) => string;
  consentMissing: string;
  notices: Record<CommonNotice | 'formChanged' | 'signInFailed', NoticeText>;
  signIn: string;
  signInHint: string;
  signedIn: (name: string) => string;
  answerBy: (date: string) => string;
  follow: string;
  /** A day to come, with the day of the week, from `YYYY-MM-DD`. */
  promised: (day: string) => string;
  /** What is wrong with an answer, from the contract's code. */
  mistake: (code: string, field: Field) => string;
}

const longDate = new Intl.DateTimeFormat('ru', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  timeZone: 'UTC',
});

const fullDate = new Intl.DateTimeFormat('ru', { dateStyle: 'long', timeZone: 'UTC' });

/** Said only where it is true: some browsers refuse to keep anything. */
const answersKept = (isSaved: boolean) => (isSaved ? ' Всё, что вы написали, сохранено.' : '');

export const ru: Messages = {
  loading: 'Открываем форму…',
  unknown: 'Здесь должна быть форма заявления, но такой услуги нет. Скажите об этом администратору сайта.',
  unavailable: (phone) =>
    `Форма сейчас не открывается: нет связи с порталом. Попробуйте позже или позвоните: ${phone}.`,
  retry: 'Попробовать ещё раз',
  step: (number, of, title) => `Шаг ${number} из ${of} · ${title}`,
  saved: 'сохранено на этом устройстве',
  notSaved: 'Браузер не даёт сохранить черновик. Не закрывайте страницу, пока не отправите заявление.',
  optional: 'необязательно',
  choose: 'Выберите',
  next: (title) => `Дальше: ${title.toLocaleLowerCase('ru')}`,
  back: 'Назад',
  review: 'Проверка',
  reviewHint: 'Прочитайте ещё раз. Любой ответ можно изменить.',
  empty: 'не заполнено',
  change: 'Изменить',
  changeWhat: (title) => `Изменить: ${title}`,
  consentTitle: 'Согласие',
  consent: 'Даю согласие на обработку персональных данных, чтобы орган рассмотрел заявление',
  consentDetails: 'Кто и как обрабатывает данные',
  consentMissing: 'Отметьте согласие: без него орган не вправе рассмотреть заявление',
  send: 'Подать заявление',
  sending: 'Отправляем…',
  summary: 'Проверьте ответы',
  notices: {
    restored: 'Мы сохранили то, что вы написали раньше. Можно продолжать.',
    refused:
      'Портал не принял заявление: исправьте отмеченное и отправьте ещё раз. Остальное менять не нужно.',
    formChanged:
      'Пока вы заполняли, вопросы формы обновились. Ваши ответы сохранены: проверьте их и отправьте ещё раз.',
    signInFailed: 'Войти не получилось. Попробуйте ещё раз или заполните форму сами.',
    offline: (phone, isSaved) =>
      `Портал не отвечает, заявление пока не отправлено.${answersKept(isSaved)} Попробуйте ещё раз чуть позже: второе заявление не появится. Помогут и по телефону ${phone}.`,
    tooMany: (phone) =>
      `Слишком много попыток подряд. Подождите минуту и отправьте ещё раз. Помогут и по телефону ${phone}.`,
    fault: (phone, isSaved) =>
      `На портале ошибка, заявление пока не принято.${answersKept(isSaved)} Попробуйте через несколько минут или позвоните: ${phone}.`,
  },
  signIn: 'Войти и подставить мои данные',
  signInHint: 'Необязательно: форму можно заполнить и без входа.',
  signedIn: (name) => `Здравствуйте, ${name}! Подставили то, что портал о вас знает. Проверьте.`,
  sent: 'Заявление принято',
  earlier:
    'Портал принял заявление с первой попытки. Изменения, которые вы сделали после неё, в него не вошли.',
  answerBy: (date) => `Ответ — не позднее: ${date}`,
  number: 'Номер заявления',
  code: 'Код',
  keep: 'Запишите номер и код или распечатайте страницу: по ним можно узнать, что с заявлением.',
  follow: 'Что с заявлением?',
  print: 'Распечатать',
  another: 'Подать ещё одно',
  addressHint: 'Начните с любого слова: «барн лен 12»',
  promised: (day) => longDate.format(new Date(`${day}T00:00:00Z`)),
  date: (day) => fullDate.format(new Date(`${day}T00:00:00Z`)),
  mistake: (code, field) => MISTAKES[code]?.(field) ?? `Проверьте: ${field.label}`,
};

const MISTAKES: Partial<Record<string, (field: Field) => string>> = {
  required: (field) => REQUIRED[field.type]?.(field) ?? `Заполните поле «${field.label}»`,
  tooLong: (field) => `Слишком длинно: «${field.label}». Сократите текст`,
  tooMany: () => 'Файлов слишком много. Уберите лишние',
  date: () => 'Введите дату: день, месяц и год, например 21.11.2026',
  dateFuture: () => 'Этот день ещё не наступил. Проверьте год',
  datePast: () => 'Этот день уже прошёл. Проверьте год',
  snils: () => 'В СНИЛС 11 цифр, например 112-233-445 95',
  snilsChecksum: () => 'Две последние цифры СНИЛС не подходят к остальным. Сверьте с карточкой',
  phone: () => 'Введите телефон с кодом, например 8 903 123-45-67',
  email: () => 'Введите адрес почты, например ivanova@example.ru',
  address: () => 'Проверьте адрес или запишите его заново',
  file: () => 'Файл не дошёл. Приложите его ещё раз',
  fileRefused: () => 'Портал не принял файл. Приложите другой: фото (JPEG, PNG) или PDF до 20 МБ',
};
const REQUIRED: Partial<Record<Field['type'], (field: Field) => string>> = {
  choice: ({ label }) => `Выберите ответ: «${label}»`,
  date: ({ label }) => `Введите дату: «${label}», например 21.11.2026`,
  snils: () => 'Введите СНИЛС, например 112-233-445 95',
  phone: () => 'Введите телефон, например 8 903 123-45-67',
  email: () => 'Введите адрес почты, например ivanova@example.ru',
  address: () => 'Введите адрес: населённый пункт, улицу и дом',
  file: ({ label }) => `Приложите файл: «${label}»`,
};
