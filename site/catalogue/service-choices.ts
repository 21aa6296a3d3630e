import type { INSTANT_KINDS } from '../../widgets/contract/instant/kinds.ts';

/** Words that an editor chooses from in the card of a service, by their names in code. */

/** Who is in charge of the service by law. */
export const LEVELS = {
  federal: 'федеральная',
  regional: 'региональная',
  municipal: 'муниципальная',
} as const;

/** How far a citizen gets without leaving home. */
export const ONLINE_KINDS = {
  full: 'полностью',
  application: 'заявление',
  instant: 'ответ сразу',
  none: 'нет',
} as const;

/** What the portal answers on the spot, for services with «ответ сразу». */
export const INSTANT_ANSWERS = {
  fines: 'штрафы',
  taxDebt: 'налоги',
  pensionAccount: 'пенсионный счёт',
  enforcementProceedings: 'исполнительные производства',
  signatureCheck: 'электронная подпись',
} as const satisfies Record<(typeof INSTANT_KINDS)[number], string>;

/** Whom a service is for. */
export const RECIPIENTS = {
  citizens: 'граждане',
  families: 'семьи с детьми',
  pensioners: 'пенсионеры',
  disabled: 'люди с инвалидностью',
  unemployed: 'безработные',
  entrepreneurs: 'предприниматели',
  organizations: 'организации',
  foreigners: 'иностранцы',
} as const;

/** Units of time limits. Working days are those of `content/calendar`. */
export const SERVICE_PERIOD_UNITS = {
  minute: 'минуты',
  workingDay: 'рабочие дни',
  calendarDay: 'календарные дни',
  month: 'месяцы',
} as const;

/** The event from whose next day a period is counted. */
export const PERIOD_START_EVENTS = {
  submission: 'подача заявления',
  registration: 'регистрация заявления',
  documents: 'получение всех документов',
  decision: 'принятие решения',
  other: 'другое событие',
} as const;

/** Ways to hand in an application, and to receive the result. */
export const CHANNELS = {
  portal: 'портал',
  office: 'в органе',
  mfc: 'МФЦ',
  post: 'почта',
  library: 'точка доступа в библиотеке',
  bank: 'счёт в банке',
} as const;
