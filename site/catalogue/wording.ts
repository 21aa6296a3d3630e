// Longer than most: all facts of the catalogue in words, in one place.
import type { DayHours } from './hours.ts';
import type { ServiceCost, ServicePeriod } from './service.ts';

/** Facts of the catalogue in words. Absent values give `undefined`: they are shown as «уточните в органе». */

/** The forms of a noun after 1, 2 and 5: `['услуга', 'услуги', 'услуг']`. */
type PluralForms = readonly [one: string, few: string, many: string];

const PLURAL_RULES = new Intl.PluralRules('ru');
const ROUBLES_FORMAT = new Intl.NumberFormat('ru', {
  style: 'currency',
  currency: 'RUB',
  trailingZeroDisplay: 'stripIfInteger',
});
const DAY_FORMAT = new Intl.DateTimeFormat('ru', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

/**
 * A number with its noun in the right form.
 *
 * @example countInWords(2, ['услуга', 'услуги', 'услуг']) // '2 услуги'
 */
export function countInWords(count: number, [one, few, many]: PluralForms): string {
  const forms: Partial<Record<Intl.LDMLPluralRule, string>> = { one, few };
  return `${count} ${forms[PLURAL_RULES.select(count)] ?? many}`;
}

/** A number of services: «31 услуга». */
export const servicesInWords = (count: number) => countInWords(count, ['услуга', 'услуги', 'услуг']);

const UNIT_FORMS: Record<ServicePeriod['unit'], PluralForms> = {
  minute: ['минута', 'минуты', 'минут'],
  workingDay: ['рабочий день', 'рабочих дня', 'рабочих дней'],
  calendarDay: ['календарный день', 'календарных дня', 'календарных дней'],
  month: ['месяц', 'месяца', 'месяцев'],
};

const PERIOD_START_WORDS: Record<ServicePeriod['startEvent'], string | undefined> = {
  submission: 'со дня подачи заявления',
  registration: 'со дня регистрации заявления',
  documents: 'со дня, когда получены все документы',
  decision: 'со дня решения',
  other: undefined,
};

/**
 * Writes how long a period is: «10 рабочих дней», «сразу»; `undefined` if that is not known for certain.
 *
 * @example periodInWords({ value: 10, unit: 'workingDay' }) // '10 рабочих дней'
 */
export function periodInWords({ value, unit }: Pick<ServicePeriod, 'value' | 'unit'>): string | undefined {
  if (value === undefined) return undefined;
  return value === 0 ? 'сразу' : countInWords(value, UNIT_FORMS[unit]);
}

/** From which event a period is counted: «со дня подачи заявления»; `undefined` for minutes and for what is done at once. */
export const periodStartInWords = ({ startEvent, unit, value }: ServicePeriod) =>
  unit === 'minute' || value === 0 ? undefined : PERIOD_START_WORDS[startEvent];

/** Writes how much it costs: «бесплатно», «350 ₽»; `undefined` if that is not known for certain. */
export function costInWords({ amount }: Pick<ServiceCost, 'amount'>): string | undefined {
  if (amount === undefined) return undefined;
  return amount === 0 ? 'бесплатно' : ROUBLES_FORMAT.format(amount);
}

/** `2026-11-21` as «21 ноября 2026 г.». */
export const dayInWords = (day: string) => DAY_FORMAT.format(new Date(`${day}T00:00:00Z`));

/**
 * Makes the first letter a capital one.
 *
 * @example capitalize('место обращения') // 'Место обращения'
 */
export const capitalize = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

const WEEK_DAYS = ['Пн', 'Вт', 'Ср', 'Чт', 'Пт', 'Сб', 'Вс'] as const;

/**
 * Writes days in a row as people do; 0 is Monday.
 *
 * @example daysInWords([0, 1, 2, 3, 4]) // 'Пн – пт'
 */
export function daysInWords(days: DayHours['days']): string {
  const [first, last] = [WEEK_DAYS[days[0] ?? 0] ?? '', WEEK_DAYS[days.at(-1) ?? 0] ?? ''];
  return first === last ? first : `${first} – ${last.toLowerCase()}`;
}

/**
 * Writes the hours of a day: from opening to closing, and the breaks between. Without intervals it is a day off, «выходной».
 *
 * @example hoursInWords(['09:00–13:00', '13:48–18:00']) // { open: '9:00 – 18:00', breaks: ['13:00 – 13:48'] }
 */
export function hoursInWords(intervals: DayHours['intervals']): { open: string; breaks: string[] } {
  const times = intervals.map((interval) => interval.split('–').map((time) => time.replace(/^0/, '')));
  const [from, to] = [times[0]?.[0], times.at(-1)?.[1]];
  if (from === undefined || to === undefined) return { open: 'выходной', breaks: [] };
  const breaks = times.slice(1).map(([start], i) => `${times[i]?.[1]} – ${start}`);
  return { open: from === '0:00' && to === '24:00' ? 'круглосуточно' : `${from} – ${to}`, breaks };
}

/**
 * Writes the hours of a week in one line, without its days off.
 *
 * @example weekInWords([{ days: [0, 1], intervals: ['09:00–13:00', '14:00–18:00'] }, { days: [2], intervals: ['09:00–13:00'] }])
 * // 'Пн – вт 9:00 – 18:00, перерыв 13:00 – 14:00; ср 9:00 – 13:00'
 */
export const weekInWords = (week: readonly DayHours[]): string =>
  week
    .filter(({ intervals }) => intervals.length)
    .map(({ days, intervals }, i) => {
      const { open, breaks } = hoursInWords(intervals);
      const names = daysInWords(days);
      return [
        `${i ? names.toLowerCase() : names} ${open}`,
        ...breaks.map((times) => `перерыв ${times}`),
      ].join(', ');
    })
    .join('; ');

/**
 * The address of a site as people read it.
 *
 * @example siteDisplayName('https://www.gosuslugi.ru/') // 'gosuslugi.ru'
 */
export const siteDisplayName = (url: string) => url.replace(/^https?:\/\/(?:www\.)?|\/$/g, '');

/**
 * A telephone as a link, without its extension. Numbers of three digits stay as they are.
 *
 * @example telephoneLink('8 800 000-00-00 доб. 12') // 'tel:+78000000000'
 */
export const telephoneLink = (number: string) =>
  `tel:${number
    .replace(/доб\..*$/, '')
    .replace(/[^\d+]/g, '')
    .replace(/^8(?=\d{10}$)/, '+7')}`;
