// Longer than other modules: words only, which belong together.
import type { ApplicationStatus, State } from '../contract/applications/schemas.ts';
import type { Failure } from '../portal/errors.ts';
import { ru as firstRu, type Messages as FirstMessages } from './first-messages.ts';

/** Texts of one state: `done` where it is reached, `next` where it is still to come. */
/** The words for a state: of a case that has come to it, and of one that will. */
export interface StateMessages {
  done: string;
  doneHint: string;
  next: string;
  nextHint: string;
}

type DaysLeft = NonNullable<ApplicationStatus['daysLeft']>;

/** All texts of the status tracker. */
export interface Messages extends FirstMessages {
  summary: string;
  /** There is no application with this number and code. */
  wrongPair: string;
  /** Why the portal has given no status, with the telephone of the help line. */
  failures: Record<Failure, (phone: string) => string>;
  /** The number of the application, behind the name of the service. */
  numbered: (number: string) => string;
  /** «рабочих дней до ответа», behind a number of its own; a whole sentence when no day is left. */
  daysLeft: (left: DaysLeft) => string;
  /** «не позднее пятницы, 4 декабря», from `YYYY-MM-DD`. */
  by: (day: string) => string;
  /** Instead of the day, while a question waits for the citizen. */
  waits: string;
  /** The day, when it is over. */
  wasDue: (day: string) => string;
  /** The agency that considers the application. */
  considers: (agency: string) => string;
  /** Stands before the telephone number of the agency. */
  questions: string;
  /** Accessible name of the timeline. */
  progress: string;
  states: Record<State, StateMessages>;
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
  /** Offers to rate the service, because the result is ready. */
  rateHint: string;
  rate: string;
  refresh: string;
  /** When the status was refreshed, in milliseconds since 1970, by the clock of the region. */
  refreshed: (at: number, timeZone: string) => string;
  another: string;
  /** Text of a mistake in the number or the code, by the code of the contract. `example` is a case number of the region. */
  mistake: (field: string, code: string, example: string) => string;
}

const dayAndMonth = new Intl.DateTimeFormat('ru', { day: 'numeric', month: 'long', timeZone: 'UTC' });
const CLOCK = { hour: '2-digit', minute: '2-digit' } as const;
const plural = new Intl.PluralRules('ru');

const utc = (day: string) => new Date(`${day}T00:00:00Z`);
/** Weekdays in the genitive case, from Sunday. `Intl` has them only in the nominative. */
const WEEKDAYS = ['воскресенья', 'понедельника', 'вторника', 'среды', 'четверга', 'пятницы', 'субботы'];
const weekdayAndDay = (day: string) =>
  `${WEEKDAYS[utc(day).getUTCDay()] ?? ''}, ${dayAndMonth.format(utc(day))}`;
const DAYS: Record<DaysLeft['unit'], Partial<Record<Intl.LDMLPluralRule, string>>> = {
  workingDay: { one: 'рабочий день', few: 'рабочих дня', many: 'рабочих дней' },
  calendarDay: { one: 'день', few: 'дня', many: 'дней' },
};
const days = (count: number, unit: DaysLeft['unit']) => DAYS[unit][plural.select(count)] ?? '';

/** Russian texts. */
export const ru: Messages = {
  ...firstRu,
  summary: 'Проверьте номер и код',
  wrongPair:
    'Заявления с таким номером и кодом нет. Сверьте обе строки с подтверждением: его показали, когда приняли заявление.',
  failures: {
    ...firstRu.failures,
    tooMany: (phone) =>
      `Слишком много попыток подряд. Подождите минуту и попробуйте ещё раз. Забыли код — позвоните: ${phone}.`,
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
  by: (day) => `не позднее ${weekdayAndDay(day)}`,
  waits: 'срок не идёт, пока вы не ответите на вопрос',
  wasDue: (day) => `ответить должны были не позднее ${weekdayAndDay(day)}`,
  considers: (agency) => `рассматривает: ${agency}`,
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
      doneHint: 'Ответьте на него в личном кабинете.',
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
  resumed: 'Вы ответили на вопрос',
  done: 'сделано',
  now: 'сейчас',
  ahead: 'впереди',
  until: (day) => `до ${dayAndMonth.format(utc(day))}`,
  moment: (instant, timeZone) =>
    new Date(instant).toLocaleString('ru', { day: 'numeric', month: 'long', ...CLOCK, timeZone }),
  ifOverdue: (day) =>
    `Если ответа не будет до ${dayAndMonth.format(utc(day))} включительно, здесь появится кнопка «Пожаловаться».`,
  overdue: 'Вам должны были ответить, но не ответили. Вы вправе пожаловаться: номер заявления впишем сами.',
  refused: 'Не согласны с отказом? Его можно обжаловать: номер заявления впишем сами.',
  complain: 'Пожаловаться',
  rateHint: 'Как всё прошло? Семь коротких вопросов, любой можно пропустить.',
  rate: 'Оценить услугу',
  refresh: 'Обновить',
  refreshed: (at, timeZone) => `Обновлено в ${new Date(at).toLocaleTimeString('ru', { ...CLOCK, timeZone })}`,
  another: 'Другое заявление',
  mistake: (field, code, example) => mistakes(example)[field]?.[code] ?? 'Проверьте номер и код',
};

const mistakes = (example: string): Partial<Record<string, Partial<Record<string, string>>>> => ({
  number: {
    required: `Введите номер заявления, например ${example}`,
    number: `В номере 12 цифр, например ${example}`,
  },
  code: {
    required: 'Введите код: восемь цифр, например 1234-5678',
    code: 'В коде восемь цифр, например 1234-5678',
  },
});
