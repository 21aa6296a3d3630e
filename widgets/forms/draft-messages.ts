import { handOverRu, type HandOverMessages } from './hand-over-messages.ts';

/** Texts about the draft of a form on this device. */
export interface DraftMessages {
  /** The device refuses to keep drafts. */
  notSaved: string;
  /** The last day on which the device keeps the draft, from milliseconds since 1970, in a time zone. */
  keptUntil: (time: number, timeZone: string) => string;
  discard: string;
  discarded: string;
  undo: string;
  /** The button of a citizen at a computer that others use, and what is said then. */
  shared: string;
  sharedNow: string;
  keepAgain: string;
  elsewhere: string;
  /** Another tab has another answer to the same question, which has no name here where it is empty. */
  conflict: (question: string, answer: string) => string;
  takeOther: string;
  keepMine: string;
  /** Answers and files that could not be read; empty names are left out. */
  lost: (names: readonly string[]) => string;
  /** The browser has thrown away all databases of the site, perhaps with a draft. */
  emptied: string;
  leftovers: string;
  /** Other drafts of the same form. */
  others: (count: number) => string;
  savedOn: (time: number, timeZone: string) => string;
  untitled: string;
  resume: string;
  remove: string;
  startNew: string;
  /** The session of the citizen is over; with her name. */
  signedOut: (owner: string) => string;
  /** The same, when she sends. */
  askSignedOut: (owner: string) => string;
  signInAgain: string;
  sendAnyway: string;
  receiptKept: string;
  removeReceipt: string;
  receiptRemoved: string;
  handOver: HandOverMessages;
}

const day = (time: number, timeZone: string) =>
  new Date(time).toLocaleDateString('ru', { day: 'numeric', month: 'long', timeZone });

/** Russian texts. */
export const draftRu: DraftMessages = {
  notSaved: 'Черновик здесь не сохраняется. Не закрывайте страницу, пока не отправите.',
  keptUntil: (time, timeZone) => `Черновик хранится на этом устройстве до ${day(time, timeZone)}.`,
  discard: 'Удалить черновик',
  discarded: 'Черновик удалён.',
  undo: 'Вернуть',
  shared: 'Это чужой компьютер',
  sharedNow: 'На этом компьютере ничего не останется. Не закрывайте страницу, пока не отправите.',
  keepAgain: 'Компьютер мой, хранить черновик',
  elsewhere: 'То же самое открыто в другой вкладке. Ответы появляются в обеих.',
  conflict: (question, answer) =>
    question
      ? `${question}: в другой вкладке вы ответили иначе, «${answer}».`
      : `В другой вкладке вы ответили иначе: «${answer}».`,
  takeOther: 'Взять тот ответ',
  keepMine: 'Оставить как здесь',
  lost: (names) =>
    names.length
      ? `Не удалось прочитать из черновика: ${names.join(', ')}. Добавьте это ещё раз.`
      : 'Часть черновика не удалось прочитать. Проверьте ответы.',
  emptied:
    'Браузер счёл данные этого сайта повреждёнными и стёр их. Если здесь был ваш черновик, заполните всё заново.',
  leftovers: 'Вопросы изменились, этого больше не спрашивают. Если пригодится, скопируйте:',
  others: (count) => `Другие черновики: ${count}`,
  savedOn: (time, timeZone) => `от ${day(time, timeZone)}`,
  untitled: 'Черновик',
  resume: 'Продолжить',
  remove: 'Удалить',
  startNew: 'Начать ещё один',
  signedOut: (owner) =>
    `Вход закончился, ответы на месте. Войдите снова, чтобы отправить от своего имени: ${owner}.`,
  askSignedOut: (owner) =>
    `Вы начали после входа как ${owner}, а вход закончился. Войдите снова или отправьте без входа: тогда следить за ответом можно по номеру и коду.`,
  signInAgain: 'Войти снова',
  sendAnyway: 'Отправить без входа',
  receiptKept: 'Номер и код хранятся на этом устройстве, пока вы их не удалите.',
  removeReceipt: 'Не хранить',
  handOver: handOverRu,
  receiptRemoved: 'Номер и код с этого устройства удалены. Запишите их, пока открыта страница.',
};
