// Longer than other modules: words only, which belong together.
import type { Action, State } from '../contract/applications/schemas.ts';
import type { Appointment, AppointmentState } from '../contract/appointments/schemas.ts';
import type { Invoice, InvoiceState } from '../contract/invoices/schemas.ts';
import type { CaseRole } from '../contract/messages/schemas.ts';
import type { NoticeKind } from '../contract/notices/schemas.ts';
import type { Channel } from '../contract/step-ups/schemas.ts';
import type { FileMessages } from '../fields/field-kind.ts';
import { draftRu, type DraftMessages } from '../forms/draft-messages.ts';
import { ru as fileRu } from '../forms/file-messages.ts';
import type { FormMessages, NoticeText } from '../forms/form-messages.ts';
import type { Failure } from '../portal/errors.ts';
import { knownText } from '../text/known-text.ts';
import type { CaseFormKind } from './case-form-rules.ts';
import type { Trouble } from './trouble.ts';

/** Names of what a bank asks for. */
type PaymentDetail = keyof Invoice['payee'] | 'uin' | 'purpose' | 'amount';
type TroubleName = Extract<Trouble, { failure: unknown }>['failure'];

/** Texts that all forms of a case share. */
interface CommonFormMessages extends Omit<FormMessages, 'draft' | 'send'> {
  optional: string;
  notices: Record<
    'restored' | 'refused' | 'unclear' | Failure | 'stepUp' | 'signedOut' | 'changed',
    NoticeText
  >;
}

/** Texts of one form in a case. */
interface CaseFormMessages {
  title: string;
  lead?: string;
  /** Label of the text; so is the next one its hint. */
  text: string;
  textHint?: string;
  send: string;
  sent: string;
}

/** Texts of all sections of a case. */
export interface Messages {
  loading: string;
  retry: string;
  /** The button that signs in again, and goes on. */
  signInAgain: string;
  /** Why something could not be read or done, with the telephone of the help line. */
  failures: Record<TroubleName, (phone: string) => string>;
  /** `other` is a role of a newer portal. */
  roles: Record<CaseRole | 'other', string>;
  /** What a case has come to. */
  states: Record<State, string>;
  actions: Record<Action, string>;
  /** Writes an instant, ISO 8601, in a time zone. */
  moment: (instant: string, timeZone: string) => string;
  /** Writes a day, `YYYY-MM-DD`. */
  day: (day: string) => string;
  time: (instant: string, timeZone: string) => string;

  noLetters: string;
  newLetter: string;
  /** Names of the files of a letter. */
  attached: (names: string) => string;
  earlierLetters: string;
  write: string;

  noInvoices: string;
  /** `other` is a state of a newer portal that has no name. */
  invoiceStates: Record<InvoiceState | 'other', string>;
  /** Writes an amount of kopecks. */
  money: (kopecks: number) => string;
  /** The last day to pay, `YYYY-MM-DD`. */
  payBy: (day: string) => string;
  pay: string;
  showQr: string;
  hideQr: string;
  /** Accessible name of the QR code. */
  qr: string;
  qrHint: string;
  noQr: string;
  payByDetails: string;
  copyDetails: string;
  copied: string;
  notCopied: string;
  details: Record<PaymentDetail, string>;

  /** There is neither a visit nor an offer; the last one, if there was one. */
  visitsNone: (last?: Pick<Appointment, 'state' | 'stateTitle'>) => string;
  visitAt: (instant: string, timeZone: string) => string;
  /** Stands before why to come, in the words of the official. */
  bring: string;
  /** Stands before the papers of the card; behind one that not everybody has. */
  papers: string;
  ifAny: string;
  map: string;
  officePhone: string;
  officeHours: string;
  toCalendar: string;
  /** Name of the file for the calendar. */
  calendarFile: string;
  move: string;
  keepTime: string;
  cancelVisit: string;
  cancelSure: string;
  cancelYes: string;
  cancelNo: string;
  cancelled: string;
  chooseBy: (day: string) => string;
  /** Legends of the free days, and of the times of one. */
  days: string;
  times: string;
  noSlots: string;
  chooseTime: string;
  bookAt: (instant: string, timeZone: string) => string;
  booked: (instant: string, timeZone: string) => string;

  noFiles: string;
  /** Size of a file, in bytes. */
  size: (bytes: number) => string;
  download: string;
  downloadWhat: (name: string) => string;
  downloading: string;
  downloaded: (name: string) => string;
  checkSignature: string;
  checkWhat: (name: string) => string;
  checking: string;
  /** Who has signed a file, and when the portal has checked it. */
  signed: (signer: string, checkedAt: string) => string;
  /** The signature is not valid, and why. */
  notSigned: (reason: string) => string;

  noContacts: string;
  noticesLead: string;
  /** Legend of a way to be told, with the masked address. */
  channels: Record<Channel, (sentTo: string) => string>;
  noticeKinds: Record<NoticeKind, string>;
  quietAtNight: string;
  noticesStored: string;

  confirmTitle: string;
  confirmWhy: string;
  /** The application has neither an e-mail address nor a telephone. */
  noChannels: (phone: string) => string;
  /** The button that sends a code, to a masked address; `isAgain` after the first one. */
  sendCodeTo: (channel: string, sentTo: string, isAgain: boolean) => string;
  channelGone: string;
  digits: string;
  codeSentTo: (sentTo: string) => string;
  confirm: string;
  sixDigits: string;
  wrongDigits: string;
  codeOver: string;

  /** What happens when the citizen mends a refused application. */
  mendHow: string;
  mend: string;

  files: string;
  file: FileMessages;
  draft: DraftMessages;
  form: CommonFormMessages;
  forms: Record<CaseFormKind, CaseFormMessages>;
  /** Text of a mistake in a form, by the code of the contract. */
  formMistake: (field: string, code: string) => string;
}

const dayAndMonth = new Intl.DateTimeFormat('ru', { day: 'numeric', month: 'long', timeZone: 'UTC' });
const weekday = new Intl.DateTimeFormat('ru', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  timeZone: 'UTC',
});
const roubles = new Intl.NumberFormat('ru', { maximumFractionDigits: 2 });
const CLOCK = { hour: '2-digit', minute: '2-digit' } as const;
const utc = (day: string) => new Date(`${day}T00:00:00Z`);
const time = (instant: string, timeZone: string) =>
  new Date(instant).toLocaleTimeString('ru', { ...CLOCK, timeZone });
const dayOf = (instant: string, timeZone: string) =>
  new Date(instant).toLocaleDateString('ru', { weekday: 'long', day: 'numeric', month: 'long', timeZone });
/** `вторник, 1 декабря, 09:00`: the number of the day stays with its month. */
const visitAt = (instant: string, timeZone: string) =>
  `${dayOf(instant, timeZone).replace(/(\d) /, '$1\u00a0')}, ${time(instant, timeZone)}`;

/** What has become of the last visit, by its state. */
const LAST_VISITS: Record<AppointmentState, string> = {
  booked: 'Вас ждут.',
  over: 'Визит уже прошёл.',
  cancelled: 'Визит отменён.',
};

/** Russian texts. */
export const ru: Messages = {
  loading: 'Загружаем…',
  retry: 'Попробовать ещё раз',
  signInAgain: 'Войти и продолжить',
  failures: {
    offline: () => 'Портал не отвечает. Проверьте, есть ли интернет, и попробуйте ещё раз.',
    tooMany: () => 'Слишком много попыток подряд. Подождите минуту и попробуйте ещё раз.',
    fault: (phone) => `На портале ошибка. Попробуйте через несколько минут или позвоните: ${phone}.`,
    signedOut: () => 'Вход закончился. Войдите ещё раз, и мы продолжим.',
    changed: () => 'Пока вы смотрели, дело изменилось. Загрузим его заново.',
    taken: () => 'Это время только что заняли. Выберите другое.',
    gone: () => 'Этого в деле уже нет. Загрузим его заново.',
  },
  roles: {
    applicant: 'Вы',
    specialist: 'Специалист',
    otherAgency: 'Другое ведомство',
    other: 'Участник дела',
  },
  states: {
    registered: 'Заявление принято',
    checked: 'Документы проверены',
    requested: 'Запросили сведения у других органов',
    asked: 'Задали вам вопрос',
    decided: 'Решение принято',
    ready: 'Результат готов',
    refused: 'Отказ',
    withdrawn: 'Заявление отозвано',
  },
  actions: {
    stateChanged: 'Дело продвинулось',
    requestSent: 'Запросили сведения',
    requestAnswered: 'Получили сведения',
    messageSent: 'Письмо',
    invoiceIssued: 'Выставили счёт',
    fileIssued: 'Прислали файл',
    prolonged: 'Продлили срок',
    corrected: 'Исправили и подали снова',
  },
  moment: (instant, timeZone) =>
    new Date(instant).toLocaleString('ru', { day: 'numeric', month: 'long', ...CLOCK, timeZone }),
  day: (day) => weekday.format(utc(day)),
  time,

  noLetters: 'Писем по этому делу пока нет.',
  newLetter: 'новое',
  attached: (names) => `Приложено: ${names}`,
  earlierLetters: 'Показать более ранние',
  write: 'Написать в орган',

  noInvoices: 'Платить ничего не нужно.',
  invoiceStates: {
    issued: 'ждёт оплаты',
    overdue: 'срок прошёл, но оплатить ещё можно',
    paid: 'оплачено',
    cancelled: 'отменён, платить не нужно',
    other: 'уточните в органе',
  },
  money: (kopecks) => `${roubles.format(kopecks / 100)} ₽`,
  payBy: (day) => `Оплатите не позднее ${dayAndMonth.format(utc(day))}`,
  pay: 'Оплатить на портале (в новом окне)',
  showQr: 'QR-код для банка',
  hideQr: 'Убрать QR-код',
  qr: 'QR-код для оплаты',
  qrHint: 'Откройте приложение банка, найдите оплату по QR-коду и наведите камеру.',
  noQr: 'QR-код не нарисовался. Оплатите на портале или по реквизитам.',
  payByDetails: 'Реквизиты',
  copyDetails: 'Скопировать реквизиты',
  copied: 'Скопировано',
  notCopied: 'Скопировать не вышло: выделите реквизиты и скопируйте сами',
  details: {
    uin: 'УИН',
    amount: 'Сумма',
    name: 'Получатель',
    inn: 'ИНН',
    kpp: 'КПП',
    bank: 'Банк',
    bik: 'БИК',
    bankAccount: 'Единый казначейский счёт',
    account: 'Казначейский счёт',
    kbk: 'КБК',
    oktmo: 'ОКТМО',
    purpose: 'Назначение',
  },

  visitsNone: (last) =>
    last
      ? (knownText(LAST_VISITS, last.state) ??
        `${last.stateTitle ?? 'С визитом что-то изменилось'}. Уточните в органе.`)
      : 'Приходить пока не нужно. Если понадобится, время появится здесь.',
  visitAt,
  bring: 'Зачем и с чем:',
  papers: 'Возьмите с собой:',
  ifAny: 'если есть',
  map: 'Показать на карте (openstreetmap.org, в новом окне)',
  officePhone: 'Телефон',
  officeHours: 'Часы работы:',
  toCalendar: 'Добавить в календарь',
  calendarFile: 'визит.ics',
  move: 'Перенести',
  keepTime: 'Оставить как было',
  cancelVisit: 'Отменить визит',
  cancelSure: 'Отменить визит? Время освободится для других.',
  cancelYes: 'Да, отменить',
  cancelNo: 'Нет, я приду',
  cancelled: 'Визит отменён',
  chooseBy: (day) => `Выберите время не позднее ${dayAndMonth.format(utc(day))}.`,
  days: 'День',
  times: 'Время',
  noSlots: 'Свободного времени сейчас нет. Загляните позже: оно появляется, когда кто-то отменяет визит.',
  chooseTime: 'Выберите время',
  bookAt: (instant, timeZone) => `Приду: ${visitAt(instant, timeZone)}`,
  booked: (instant, timeZone) => `Вас ждут: ${visitAt(instant, timeZone)}`,

  noFiles: 'Файлов пока нет. Здесь появится результат.',
  size: fileRu.size,
  download: 'Скачать',
  downloadWhat: (name) => `Скачать: ${name}`,
  downloading: 'Скачиваем…',
  downloaded: (name) => `Файл «${name}» скачан`,
  checkSignature: 'Проверить подпись',
  checkWhat: (name) => `Проверить подпись: ${name}`,
  checking: 'Проверяем…',
  signed: (signer, checkedAt) => `Подпись верна. ${signer && `Подписал: ${signer}. `}Проверено ${checkedAt}.`,
  notSigned: (reason) =>
    `Подпись не верна. ${reason && `${reason} `}Не показывайте этот файл никому как подлинный: спросите о нём в органе.`,

  noContacts: 'В заявлении нет ни почты, ни телефона, поэтому сообщать некуда. Всё новое — на этой странице.',
  noticesLead: 'Всё новое всегда есть на этой странице. О чём ещё написать?',
  channels: {
    email: (sentTo) => `На почту ${sentTo}`,
    sms: (sentTo) => `СМС на ${sentTo}`,
  },
  noticeKinds: {
    registered: 'заявление принято',
    question: 'вопрос ко мне',
    invoice: 'нужно оплатить',
    visit: 'нужно прийти',
    refusal: 'отказ',
    result: 'результат готов',
    overdue: 'ответ опаздывает',
    news: 'остальные новости',
  },
  quietAtNight: 'Не слать СМС ночью, с 21:00 до 9:00',
  noticesStored: 'Сохранено',

  confirmTitle: 'Подтвердите, что это вы',
  confirmWhy: 'Для личных данных номера и кода мало. Пришлём ещё один код на адрес из заявления.',
  noChannels: (phone) =>
    `Для личных данных номера и кода мало, а почты и телефона в заявлении нет. Помогут по телефону ${phone}.`,
  sendCodeTo: (channel, sentTo, isAgain) =>
    `${isAgain ? 'Прислать ещё раз' : 'Прислать код'} ${channel === 'sms' ? 'по СМС на' : 'на почту'} ${sentTo}`,
  channelGone: 'Сюда код прислать нельзя. Выберите другой способ.',
  digits: 'Код подтверждения',
  codeSentTo: (sentTo) => `Шесть цифр, отправили на ${sentTo}. Годятся десять минут`,
  confirm: 'Подтвердить',
  sixDigits: 'Введите шесть цифр из письма или СМС.',
  wrongDigits: 'Цифры не те. Проверьте письмо или СМС: годятся только последние.',
  codeOver: 'Этот код больше не действует. Запросите новый.',

  mendHow: 'Откроем форму с вашими ответами и покажем, что исправить. Остальное заполнять заново не нужно.',
  mend: 'Открыть форму с ответами',

  files: 'Фото и документы',
  file: fileRu,
  draft: draftRu,
  form: {
    saved: 'сохранено',
    optional: 'необязательно',
    sending: 'Отправляем…',
    summary: 'Проверьте ответ',
    notices: {
      restored: 'Мы сохранили то, что вы написали раньше. Можно продолжать.',
      refused: 'Портал этого не принял: исправьте отмеченное и отправьте ещё раз.',
      unclear: (phone) =>
        `Портал не ответил. Может быть, уже дошло: отправьте ещё раз, дважды это не придёт. Помогут и по телефону ${phone}.`,
      offline: (phone) =>
        `Портал не отвечает, пока ничего не отправлено. Всё, что вы написали, на месте. Попробуйте ещё раз чуть позже. Помогут и по телефону ${phone}.`,
      tooMany: (phone) =>
        `Слишком много попыток подряд. Подождите минуту и отправьте ещё раз. Помогут и по телефону ${phone}.`,
      fault: (phone) =>
        `На портале ошибка, пока ничего не отправлено. Попробуйте через несколько минут или позвоните: ${phone}.`,
      stepUp: 'Осталось подтвердить, что это вы: ниже.',
      signedOut:
        'Вход закончился, пока ничего не отправлено. Всё, что вы написали, на месте: войдите ещё раз, и мы отправим.',
      changed: 'Пока вы писали, дело изменилось. Обновите его: возможно, этого уже не нужно.',
    },
  },
  forms: {
    answer: {
      title: 'Ваш ответ',
      text: 'Ответ',
      textHint: 'Можно ответить словами, прислать фото или и то и другое',
      send: 'Отправить ответ',
      sent: 'Ответ отправлен',
    },
    message: {
      title: 'Письмо в орган',
      lead: 'Срок ответа от письма не меняется. Ответ придёт сюда же.',
      text: 'Что хотите сказать',
      textHint: 'Можно написать словами, приложить фото или и то и другое',
      send: 'Отправить письмо',
      sent: 'Письмо отправлено',
    },
    withdrawal: {
      title: 'Отозвать заявление',
      lead: 'Рассматривать его перестанут. Вернуть отозванное нельзя, но можно подать новое.',
      text: 'Почему отзываете',
      send: 'Отозвать заявление',
      sent: 'Заявление отозвано',
    },
    escalation: {
      title: 'Передать жалобу выше',
      lead: 'Контролирующий орган получит жалобу, ответ на неё и историю дела. Собирать ничего не нужно.',
      text: 'Что добавить',
      send: 'Передать',
      sent: 'Жалоба передана',
    },
  },
  formMistake: (field, code) => MISTAKES[field]?.[code] ?? 'Проверьте ответ.',
};

const MISTAKES: Partial<Record<string, Partial<Record<string, string>>>> = {
  text: {
    required: 'Напишите ответ или приложите фото.',
    tooLong: 'Слишком длинно. Сократите текст.',
  },
  uploads: {
    fileRefused: 'Портал не принял файл. Приложите другой: фото (JPEG, PNG) или PDF до 50 МБ.',
    tooMany: 'Слишком много файлов. Оставьте не больше десяти.',
  },
};
