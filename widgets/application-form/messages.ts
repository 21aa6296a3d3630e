// Longer than other modules: words only, which belong together.
import type { Field } from '../contract/forms/schemas.ts';
import { readDay } from '../contract/values/day.ts';
import { formatOf, type TextFormats } from '../contract/values/formats/load.ts';
import { clean } from '../text/clean.ts';
import { CONTACT_MISTAKES } from '../fields/contact-mistakes.ts';
import { textOf, type FieldMessages, type FieldValue } from '../fields/field-kind.ts';
import { withoutRepeatedExample } from '../fields/repeated-example.ts';
import { draftRu } from '../forms/draft-messages.ts';
import { savingRu } from '../forms/receipt-messages.ts';
import { sendingRu, type SendingMessages } from '../forms/sending-messages.ts';
import type {
  LoadStateMessages,
  CommonNotice,
  ConsentMessages,
  FormMessages,
  ReceiptMessages,
  NoticeText,
} from '../forms/form-messages.ts';
import { registeredOnRu } from '../forms/registration-messages.ts';
import { applicationIsKept, ru as firstRu, type Messages as FirstMessages } from './first-messages.ts';

/** What is said when a sign-in has not come about. */
type SignInNotice = 'signInFailed' | 'signInUnfinished' | 'signInBlocked' | 'signInInsecure';

/** What was typed into a field that has a mistake. */
interface Typed {
  value: FieldValue | undefined;
  /** The formats that are fetched: each has words of its own. */
  formats: TextFormats;
}

/** All texts of the application form. */
export interface Messages
  extends FirstMessages, FormMessages, LoadStateMessages, ConsentMessages, FieldMessages, ReceiptMessages {
  reviewHint: string;
  /** In the review, for a field without an answer. */
  empty: string;
  change: string;
  /** Accessible name of the button `change`, with the title of its step. */
  changeWhat: (title: string) => string;
  consentMissing: string;
  /** The portal does not know the version of the consent that was ticked. */
  consentUnknown: string;
  /** A refused application is being mended; its number. */
  correcting: (number: string) => string;
  /** There are marked questions on this step. */
  mendHere: string;
  /** Stands before the questions of other steps that have still to be mended. */
  mendElsewhere: string;
  /** Stands before what the official has written about an answer: it has to be mended, or it is another one by now. */
  mendThis: string;
  mended: string;
  notices: Record<
    | CommonNotice
    | 'formChanged'
    | 'confirmAgain'
    | 'changedSince'
    | 'notSent'
    | 'sentElsewhere'
    | SignInNotice,
    NoticeText
  >;
  outbox: SendingMessages;
  signedIn: (name: string) => string;
  /** The last day of the answer, as `promised` writes it. */
  answerBy: (date: string) => string;
  follow: string;
  /** Writes a day, `YYYY-MM-DD`, with the day of the week and without the year: «пятница, 4 декабря». */
  promised: (day: string) => string;
  /** The button that accepts a correction. */
  offer: (correction: string) => string;
  /** Text of a mistake in a value, by the code of the contract. */
  mistake: (code: string, field: Field, typed: Typed) => string;
}

const longDate = new Intl.DateTimeFormat('ru', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  timeZone: 'UTC',
});

const fullDate = new Intl.DateTimeFormat('ru', { dateStyle: 'long', timeZone: 'UTC' });

/** Russian texts. */
export const ru: Messages = {
  ...firstRu,
  unknown: 'Здесь должна быть форма заявления, но такой услуги нет. Скажите об этом администратору сайта.',
  noForm: (phone) => `Подать заявление на эту услугу на сайте пока нельзя. Помогут по телефону ${phone}.`,
  card: 'Как получить услугу',
  reviewHint: 'Прочитайте ещё раз. Любой ответ можно изменить.',
  empty: 'не заполнено',
  change: 'Изменить',
  changeWhat: (title) => `Изменить: ${title}`,
  consentTitle: 'Согласие',
  consent: 'Даю согласие на обработку персональных данных, чтобы орган рассмотрел заявление',
  consentDetails: 'Кто и как обрабатывает данные (в новом окне)',
  consentMissing: 'Отметьте согласие: без него орган не вправе рассмотреть заявление.',
  consentUnknown:
    'Портал не знает этого текста согласия: его обновили. Обновите страницу и отметьте новый. Ваши ответы сохранятся.',
  draft: draftRu,
  outbox: sendingRu,
  summary: 'Проверьте ответы',
  correcting: (number) => `Исправляем заявление № ${number}: ваши ответы уже здесь.`,
  mendHere: 'На этом шаге отмечено, что исправить.',
  mendElsewhere: 'Осталось исправить:',
  mendThis: 'Исправьте этот ответ:',
  mended: 'Вы изменили этот ответ. Специалист писал:',
  notices: {
    confirmAgain:
      'Подтверждение кончилось: оно действует полчаса. Найдите заявление по номеру и коду и снова нажмите «Исправить и подать снова»: всё, что вы исправили, сохранено.',
    restored: 'Мы сохранили то, что вы написали раньше. Можно продолжать.',
    refused:
      'Портал не принял заявление: исправьте отмеченное и отправьте ещё раз. Остальное менять не нужно.',
    formChanged:
      'Пока вы заполняли, вопросы формы обновились. Ваши ответы сохранены: проверьте их и отправьте ещё раз.',
    signInFailed: 'Войти не получилось. Попробуйте ещё раз или заполните форму сами.',
    signInUnfinished:
      'Вход не закончен. Нажмите «Войти» ещё раз: портал откроется на месте этой страницы, а написанное сохранится. Или заполните форму сами.',
    signInBlocked:
      'Браузер не открыл окно входа. Разрешите этому сайту открывать окна и нажмите «Войти» ещё раз или заполните форму сами.',
    signInInsecure:
      'Здесь войти нельзя: адрес страницы начинается с http://, и ваши данные могли бы прочесть по дороге. Заполните форму сами.',
    unclear: (phone) =>
      `Портал не ответил. Может быть, заявление уже дошло: проверяем. Второго не появится, даже если подать ещё раз. Помогут и по телефону ${phone}.`,
    changedSince:
      'После «Подать заявление» ответы изменились, поэтому оно не отправлено. Проверьте ответы и подайте ещё раз.',
    notSent: 'Заявление не отправлено. Измените, что нужно, и подайте его.',
    sentElsewhere: (phone) =>
      `Это заявление уже подали, с другими ответами: на другом устройстве или в другой вкладке. Номер — там. Не нашли его — позвоните: ${phone}.`,
    ...firstRu.notices,
    tooMany: (phone) =>
      `Слишком много попыток подряд. Подождите минуту и отправьте ещё раз. Помогут и по телефону ${phone}.`,
    fault: (phone, isSaved) =>
      `На портале ошибка, заявление пока не принято.${applicationIsKept(isSaved)} Попробуйте через несколько минут или позвоните: ${phone}.`,
  },
  signedIn: (name) => `Здравствуйте, ${name}! Подставили то, что портал о вас знает. Проверьте.`,
  registeredOn: registeredOnRu,
  sent: 'Заявление принято',
  earlier:
    'Портал принял заявление с первой попытки. Изменения, которые вы сделали после неё, в него не вошли.',
  answerBy: (date) => `Ответ — не позднее: ${date}`,
  number: 'Номер заявления',
  code: 'Код',
  keep: 'Запишите номер и код или распечатайте страницу: по ним можно узнать, что с заявлением.',
  follow: 'Что с заявлением?',
  saving: savingRu,
  print: 'Распечатать',
  another: 'Подать ещё одно',
  promised: (day) => longDate.format(new Date(`${day}T00:00:00Z`)),
  date: (day) => fullDate.format(new Date(`${day}T00:00:00Z`)),
  offer: (correction) => `Вы имели в виду ${correction}? Исправить`,
  mistake: (code, field, { value, formats }) =>
    withoutRepeatedExample(
      formatOf(field, formats)?.ru[code] ??
        MISTAKES[code]?.(field, clean(textOf(value))) ??
        `Проверьте: ${field.label}.`,
      field.hint,
    ),
};

/** How far a day may be from today: «8 лет», «1 год». */
const yearsOf = (field: Field) =>
  new Intl.NumberFormat('ru', { style: 'unit', unit: 'year', unitDisplay: 'long' }).format(
    field.type === 'date' ? (field.withinYears ?? 0) : 0,
  );

/** A day that no calendar has, as people would write it: «30 февраля 2024 года». */
function missingDay(typed: string): string {
  const [year = '', month = '', day = ''] = readDay(typed).split('-');
  const first = new Intl.DateTimeFormat('ru', { day: 'numeric', month: 'long', timeZone: 'UTC' });
  return `${first.format(new Date(`2024-${month}-01`)).replace('1', String(Number(day)))} ${year} года`;
}

/** Texts of mistakes by their code. */
const MISTAKES: Partial<Record<string, (field: Field, typed: string) => string>> = {
  required: (field) => REQUIRED[field.type]?.(field) ?? `Заполните поле «${field.label}».`,
  tooLong: (field, { length }) =>
    'maxLength' in field
      ? `Слишком длинно: «${field.label}». Знаков ${length}, а помещается ${field.maxLength}: сократите текст.`
      : `Слишком длинно: «${field.label}». Сократите текст.`,
  tooMany: () => 'Файлов слишком много. Уберите лишние.',
  date: () => 'Введите дату: день, месяц и год, например 21.11.2026.',
  dateNone: (_, typed) => `${missingDay(typed)} нет в календаре. Проверьте число и месяц.`,
  dateFar: (field) => `Проверьте год: этот день дальше от сегодняшнего, чем на ${yearsOf(field)}.`,
  dateFuture: () => 'Этот день ещё не наступил. Проверьте год.',
  datePast: () => 'Этот день уже прошёл. Проверьте год.',
  snils: () => 'В СНИЛС 11 цифр, например 112-233-445 95.',
  snilsChecksum: () => 'Две последние цифры СНИЛС не подходят к остальным. Сверьте с карточкой.',
  snilsNone: () => 'Такого СНИЛС не бывает. Сверьте с карточкой.',
  snilsSame: () => 'Этот СНИЛС уже назван выше, а у каждого он свой. Сверьте с карточкой.',
  ...Object.fromEntries(Object.entries(CONTACT_MISTAKES).map(([code, text]) => [code, () => text])),
  name: ({ label, required }) =>
    `Напишите буквами, как в документе: «${label}».${required ? '' : ' Если нет, оставьте пустым.'}`,
  nameDigits: ({ label }) => `В имени не бывает цифр. Проверьте: «${label}».`,
  lookalike: ({ label }) =>
    `Проверьте буквы: в поле «${label}» русские смешаны с латинскими, которые на них похожи.`,
  account: (_, typed) => `В номере счёта 20 цифр, а у вас ${typed.replace(/\D/g, '').length}.`,
  accountChecksum: () => 'Номер счёта не подходит к БИК банка. Сверьте оба в приложении банка.',
  address: () => 'Проверьте адрес или запишите его заново.',
  file: () => 'Файл не дошёл. Приложите его ещё раз.',
  fileRefused: () => 'Портал не принял файл. Приложите другой: фото (JPEG, PNG) или PDF до 50 МБ.',
};
/** Texts for an empty required field by its type. */
const REQUIRED: Partial<Record<Field['type'], (field: Field) => string>> = {
  choice: ({ label }) => `Выберите ответ: «${label}».`,
  date: ({ label }) => `Введите дату: «${label}», например 21.11.2026.`,
  snils: () => 'Введите СНИЛС, например 112-233-445 95.',
  phone: () => 'Введите телефон, например 8 903 123-45-67.',
  email: () => 'Введите адрес почты, например ivanova@example.ru.',
  address: () => 'Введите адрес: населённый пункт, улицу и дом.',
  file: ({ label }) => `Приложите файл: «${label}».`,
};
