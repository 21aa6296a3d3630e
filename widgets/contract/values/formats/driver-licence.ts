import { inCyrillicLetters } from '../name.ts';
import { withoutName } from './digits.ts';
import type { ReadText, TextFormat } from './text-format.ts';

/**
 * Reads series and number of a document of the ГИБДД: two digits, two digits or letters, six digits. The letters are those that look the same
 * in Latin, as on plates; they are kept in Cyrillic.
 *
 * @example readSeriesAndNumber('22 ap 123456', 'sts') // { value: '22АР123456' }
 */
export function readSeriesAndNumber(text: string, fault: string): ReadText {
  const bare = inCyrillicLetters(text.replace(/[\s./-]/g, '').toUpperCase());
  const value = /^\d{2}(?:\d{2}|[АВЕКМНОРСТУХ]{2})\d{6}$/.exec(bare)?.[0];
  return value === undefined || /^0000|000000$/.test(value) ? { fault } : { value };
}

/** Writes series and number in groups: `22 АР 123456`. */
export const readableSeries = (value: string): string => value.replace(/^(..)(..)/, '$1 $2 ');

/** Driving licence: series and number; the series of those that were issued until 2011 has letters. */
export const driverLicence: TextFormat = {
  read: (text) =>
    readSeriesAndNumber(
      withoutName(text, /^(?:водительское(?:\s+удостоверение)?|удостоверение|ву|в\/у)/i),
      'driverLicence',
    ),
  readable: readableSeries,
  ru: {
    required: 'Введите серию и номер водительского удостоверения, например 99 12 123456.',
    driverLicence: 'В удостоверении 4 знака серии и 6 цифр номера, например 99 12 123456.',
  },
  en: {
    required: 'Enter series and number of the driving licence, for example 99 12 123456.',
    driverLicence:
      'A licence has 4 characters of the series and 6 digits of the number, for example 99 12 123456.',
  },
};
