// Longer than other modules: words only, which belong together.
import type { ApplicationStatus, NeedKind, State } from '../contract/applications/schemas.ts';
import type { Answerer, ComplaintState } from '../contract/complaints/schemas.ts';
import type { Failure } from '../portal/errors.ts';
import type { CaseDeed } from '../case/events.ts';
import { registeredOnRu } from '../forms/registration-messages.ts';
import { ru as firstRu, type Messages as FirstMessages } from './first-messages.ts';

/**
 * Why no case was found: number and code do not belong together; the session is somebody else's; this device has the receipt, and the portal
 * has the case no more.
 */
export type Refusal = 'wrongPair' | 'notYours' | 'gone';

/** Texts of one state: `done` where it is reached, `next` where it is still to come. */
export interface StateMessages {
  done: string;
  doneHint: string;
  next: string;
  nextHint: string;
}

/** Texts of what the citizen has to do. */
interface NeedMessages {
  /** `at` is an instant, where the visit has one. */
  title: (at: string | undefined, timeZone: string) => string;
  button: string;
}

/** Texts of a complaint. */
interface ComplaintMessages {
  title: string;
  progress: string;
  states: Record<ComplaintState, string>;
  /** A state of a newer portal that has no name. */
  moved: string;
  /** The period is over, and there is no answer. */
  late: string;
  /** The agency complained of. */
  about: (agency: string) => string;
  /** Who has answered; `other` is somebody whom only a newer portal knows. */
  answerBy: Record<Answerer | 'other', string>;
  satisfied: string;
  rejected: string;
  escalate: string;
  escalateLate: string;
  escalateDisagree: string;
}

type DaysLeft = NonNullable<ApplicationStatus['daysLeft']>;

/** All texts of the status tracker. */
export interface Messages extends FirstMessages {
  summary: string;
  /** Why no case was found. */
  refusals: Record<Refusal, string>;
  /** Why the portal has given no status, with the telephone of the help line. */
  failures: Record<Failure, (phone: string) => string>;
  /** The number of the application, behind the name of the service. */
  numbered: (number: string) => string;
  /** «рабочих дней до ответа», behind a number of its own; a whole sentence when no day is left. */
  daysLeft: (left: DaysLeft) => string;
  /** «не позднее пятницы, 4 декабря», from `YYYY-MM-DD`. */
  by: (day: string) => string;
  /** Instead of the days left, while a question waits for the citizen. */
  waitsForYou: string;
  waits: (agency: string) => string;
  /** The day, when it is over. */
  wasDue: (day: string) => string;
  /** Who considers it: a sentence. */
  considers: (agency: string) => string;
  /** Stands before the telephone number of the agency. */
  questions: string;
  /** Accessible name of the timeline. */
  progress: string;
  states: Record<State, StateMessages>;
  /** It came on a day off: the day of registration, `YYYY-MM-DD`. */
  registeredOn: (day: string) => string;
  /** A state of a newer portal that has no name. */
  moved: string;
  /** In the timeline: the case goes on where it was before a question to the citizen. */
  resumed: string;
  /** For screen readers, behind a state of the past. */
  done: string;
  /** Before the time of the present state. */
  now: string;
  /** For screen readers, behind a state to come. */
  ahead: string;
  /** The day, `YYYY-MM-DD`, until which a state has to come. */
  until: (day: string) => string;
  /** Writes an instant, ISO 8601, in a time zone. */
  moment: (instant: string, timeZone: string) => string;
  /** What the citizen can do if the answer does not come by this day. */
  ifOverdue: (day: string) => string;
  /** Offers to complain, because the answer is late. */
  overdue: string;
  /** Offers to complain, because the application was refused. */
  refused: string;
  complain: string;
  /** The button that opens the files, because the result is among them. */
  getResult: string;
  /** Offers to rate the service, because the result is ready. */
  rateHint: string;
  rate: string;
  /** What the citizen has to do now; `other` is what only a newer portal knows. */
  needs: Record<NeedKind | 'other', NeedMessages>;
  /** The last day to do it, `YYYY-MM-DD`. */
  doBy: (day: string) => string;
  sections: Record<
    'letters' | 'invoices' | 'visits' | 'files' | 'history' | 'notices' | 'withdrawal',
    string
  >;
  unread: (count: number) => string;
  unpaid: (count: number) => string;
  complaint: ComplaintMessages;
  /** Said when the case has come to another state meanwhile, whose name it is. */
  changed: (state: string) => string;
  /** Said when the citizen has done something. */
  deeds: Record<CaseDeed, string>;
  /** The portal does not know the case any more. */
  erased: string;
  /** The session is over that has opened the case. */
  signedOut: string;
  signInAgain: string;
  /** The portal cannot be asked now; since when, in milliseconds since 1970, the status on the screen is known. */
  stale: (at: number, timeZone: string, phone: string) => string;
  /** The same, where this device has kept the status from an earlier visit to the page. */
  kept: (at: number, timeZone: string, phone: string) => string;
  /** On paper: when it was sent, an instant; and when the portal has said so, in words. */
  sentAt: (instant: string, timeZone: string) => string;
  asOf: (moment: string) => string;
  /** The application corrects a refused one, or is corrected by another one. */
  corrects: (number: string) => string;
  correctedBy: (number: string) => string;
  print: string;
  refresh: string;
  /** When the portal has said it, in milliseconds since 1970, by the clock of the region. */
  refreshed: (at: number, timeZone: string) => string;
  another: string;
  /** Text of a mistake in the number or the code, by the code of the contract. */
  mistake: (field: string, code: string) => string;
}

const dayAndMonth = new Intl.DateTimeFormat('ru', { day: 'numeric', month: 'long', timeZone: 'UTC' });
const CLOCK = { hour: '2-digit', minute: '2-digit' } as const;
const plural = new Intl.PluralRules('ru');

const utc = (day: string) => new Date(`${day}T00:00:00Z`);
/** Weekdays in the genitive case, from Sunday. `Intl` has them only in the nominative. */
const WEEKDAYS = ['воскресенья', 'понедельника', 'вторника', 'среды', 'четверга', 'пятницы', 'субботы'];
const weekdayAndDay = (day: string) =>
  `${WEEKDAYS[utc(day).getUTCDay()] ?? ''}, ${dayAndMonth.format(utc(day))}`;
const moment = (instant: string, timeZone: string) =>
  new Date(instant).toLocaleString('ru', { day: 'numeric', month: 'long', ...CLOCK, timeZone });
const clock = (at: number, timeZone: string) => new Date(at).toLocaleTimeString('ru', { ...CLOCK, timeZone });
/** A name inside a sentence: «Комитет» → «комитет»; «МФЦ» stays. */
const insideSentence = (name: string) => name.replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase());
const DAYS: Record<DaysLeft['unit'], Partial<Record<Intl.LDMLPluralRule, string>>> = {
  workingDay: { one: 'рабочий день', few: 'рабочих дня', many: 'рабочих дней' },
  calendarDay: { one: 'день', few: 'дня', many: 'дней' },
};
const days = (count: number, unit: DaysLeft['unit']) => DAYS[unit][plural.select(count)] ?? '';

const GONE = 'Портал больше не хранит это дело: срок хранения прошёл или данные стёрли по просьбе заявителя.';

/** Russian texts. */
export const ru: Messages = {
  ...firstRu,
  summary: 'Проверьте номер и код',
  refusals: {
    wrongPair:
      'Заявления или жалобы с таким номером и кодом нет. Сверьте обе строки с подтверждением: его показали, когда приняли заявление.',
    notYours:
      'С вашим входом заявление с этим номером не открывается: его подали без входа или от другого имени. Введите код — его показали вместе с номером.',
    gone: GONE,
  },
  failures: {
    ...firstRu.failures,
    tooMany: (phone) =>
      `Слишком много попыток подряд. Сверьте номер и код с подтверждением и попробуйте через минуту. Забыли код — позвоните: ${phone}.`,
    fault: (phone) =>
      `На портале ошибка. Заявление на месте. Попробуйте через несколько минут или позвоните: ${phone}.`,
  },
  numbered: (number) => `№ ${number}`,
  daysLeft: ({ value, unit }) =>
    value > 0
      ? `${days(value, unit)} до ответа`
      : value === 0
        ? 'Сегодня последний день срока'
        : `Срок прошёл ${-value} ${days(-value, unit)} назад`,
  by: (day) => `Ответят не позднее ${weekdayAndDay(day)}.`,
  waitsForYou: 'Ждём вашего ответа',
  waits: (agency) =>
    `Рассматривает ${insideSentence(agency)}, но срок не идёт, пока вы не ответите на вопрос.`,
  wasDue: (day) => `Ответить должны были не позднее ${weekdayAndDay(day)}.`,
  considers: (agency) => `Рассматривает ${insideSentence(agency)}.`,
  questions: 'Вопросы о заявлении — по телефону',
  progress: 'Как идёт дело',
  states: {
    registered: {
      done: 'Заявление принято',
      doneHint: 'Оно у специалиста.',
      next: 'Приём заявления',
      nextHint: 'дадим номер и код',
    },
    checked: {
      done: 'Документы проверены',
      doneHint: 'Всё в порядке.',
      next: 'Проверка документов',
      nextHint: 'посмотрим, всё ли на месте',
    },
    requested: {
      done: 'Запросили сведения у других органов',
      doneHint: 'Вам ничего делать не нужно.',
      next: 'Сведения от других органов',
      nextHint: 'запросим сами, ходить никуда не нужно',
    },
    asked: {
      done: 'Вам задали вопрос',
      doneHint: 'Он выше: ответить можно прямо здесь.',
      next: 'Вопрос к вам',
      nextHint: 'если чего-то не хватит',
    },
    decided: {
      done: 'Решение принято',
      doneHint: 'Готовим результат.',
      next: 'Решение',
      nextHint: 'сообщим здесь',
    },
    ready: {
      done: 'Результат готов',
      doneHint: 'Его можно получить.',
      next: 'Результат',
      nextHint: 'скажем, где и как его получить',
    },
    refused: {
      done: 'Отказ',
      doneHint: 'Исправьте то, что в нём названо, и подайте заявление ещё раз.',
      next: 'Отказ',
      nextHint: 'назовём причину',
    },
    withdrawn: {
      done: 'Заявление отозвано',
      doneHint: 'Подать новое можно в любой день.',
      next: 'Отзыв',
      nextHint: 'по вашей просьбе',
    },
  },
  registeredOn: registeredOnRu,
  moved: 'Дело продвинулось',
  resumed: 'Вы ответили на вопрос',
  done: 'сделано',
  now: 'сейчас',
  ahead: 'впереди',
  until: (day) => `до ${dayAndMonth.format(utc(day))}`,
  moment,
  ifOverdue: (day) =>
    `Если ответа не будет до ${dayAndMonth.format(utc(day))} включительно, здесь появится кнопка «Пожаловаться».`,
  overdue: 'Вам должны были ответить, но не ответили. Вы вправе пожаловаться: номер заявления впишем сами.',
  refused: 'Не согласны с отказом? Его можно обжаловать: номер заявления впишем сами.',
  complain: 'Пожаловаться',
  getResult: 'Показать результат',
  rateHint: 'Как всё прошло? Семь коротких вопросов, любой можно пропустить.',
  rate: 'Оценить услугу',
  needs: {
    answer: { title: () => 'Вам задали вопрос', button: 'Ответить' },
    pay: { title: () => 'Нужно оплатить', button: 'Показать счёт' },
    'choose-time': { title: () => 'Выберите, когда вам удобно прийти', button: 'Выбрать время' },
    come: {
      title: (at, timeZone) => (at === undefined ? 'Вас ждут' : `Вас ждут ${moment(at, timeZone)}`),
      button: 'Где это и что взять',
    },
    mend: { title: () => 'Можно исправить и подать снова', button: 'Исправить и подать снова' },
    other: { title: () => 'От вас нужен ещё один шаг: о нём сказано в письмах', button: 'Показать письма' },
  },
  doBy: (day) => `Сделайте это не позднее ${weekdayAndDay(day)}.`,
  sections: {
    letters: 'Письма',
    invoices: 'Счета',
    visits: 'Визит',
    files: 'Файлы',
    history: 'Вся история',
    notices: 'Как сообщать о новом',
    withdrawal: 'Отозвать заявление',
  },
  unread: (count) => `${count} ${plural.select(count) === 'one' ? 'новое' : 'новых'}`,
  unpaid: (count) => `${count} к оплате`,
  complaint: {
    title: 'Жалоба',
    progress: 'Как идёт жалоба',
    states: {
      registered: 'Жалоба принята',
      underReview: 'Жалобу рассматривают',
      answered: 'На жалобу ответили',
      escalated: 'Жалоба в контролирующем органе',
      closed: 'Контролирующий орган ответил',
    },
    moved: 'Жалоба продвинулась',
    late: 'Ответ на жалобу опаздывает',
    about: (agency) => `Жалоба на: ${agency}`,
    answerBy: {
      agency: 'Ответ ведомства',
      controllingBody: 'Ответ контролирующего органа',
      other: 'Ответ на жалобу',
    },
    satisfied: 'Жалобу признали обоснованной.',
    rejected: 'Жалобу отклонили.',
    escalate: 'Передать в контролирующий орган',
    escalateLate:
      'Вам должны были ответить, но не ответили. Жалобу можно передать тому, кто проверяет это ведомство.',
    escalateDisagree: 'Не согласны с ответом? Жалобу можно передать тому, кто проверяет это ведомство.',
  },
  changed: (state) => `Новое в деле: ${state}`,
  deeds: {
    answered: 'Ответ отправлен. Срок снова идёт.',
    withdrawn: 'Заявление отозвано.',
    escalated: 'Жалоба передана в контролирующий орган.',
    wrote: '',
    visit: '',
    read: '',
    notices: '',
  },
  erased: `${GONE} Показываем то, что знали о нём последним; распечатайте, если нужно.`,
  signedOut: 'Вход закончился. Войдите ещё раз, чтобы увидеть новое.',
  signInAgain: 'Войти и продолжить',
  stale: (at, timeZone, phone) =>
    `Портал не отвечает. Показываем то, что знали в ${clock(at, timeZone)}; обновим, как только он ответит. Узнать о деле можно и по телефону ${phone}.`,
  kept: (at, timeZone, phone) =>
    `Портал не отвечает. Показываем то, что это устройство знало ${moment(new Date(at).toISOString(), timeZone)}; обновим, как только портал ответит. Узнать о деле можно и по телефону ${phone}.`,
  sentAt: (instant, timeZone) => `Подано ${moment(instant, timeZone)}`,
  asOf: (when) => `По сведениям портала на ${when}`,
  corrects: (number) => `Это исправленное заявление. Прежнее, с отказом, — № ${number}.`,
  correctedBy: (number) => `Вы исправили это заявление и подали снова: № ${number}.`,
  print: 'Распечатать',
  refresh: 'Обновить',
  refreshed: (at, timeZone) => `Обновлено в ${clock(at, timeZone)}`,
  another: 'Другой номер',
  mistake: (field, code) => MISTAKES[field]?.[code] ?? 'Проверьте номер и код.',
};

const MISTAKES: Partial<Record<string, Partial<Record<string, string>>>> = {
  number: {
    required: 'Введите номер заявления.',
    number: 'В номере 12 цифр.',
  },
  code: {
    required: 'Введите код.',
    code: 'В коде десять знаков или восемь цифр. Проверьте каждый.',
  },
};
