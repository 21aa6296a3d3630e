import { readDay } from '../day.ts';
import type { TextFormat } from './text-format.ts';

/**
 * A month of a year, read to `YYYY-MM`.
 *
 * @example month.read('сентябрь 2026 г.') // { value: '2026-09' }
 */
export const month: TextFormat = {
  inputmode: 'numeric',
  read(text) {
    const bare = text
      .replace(/^(\d{4})[-./ ](\d{1,2})$/, '$2.$1')
      .replace(/^(0[1-9]|1[0-2])((?:19|20)\d\d)$/, '$1.$2');
    // A month is read as its first day.
    const day = readDay(`1.${bare.replace(/^([а-яё]+)\.? /i, '$1.')}`);
    return /^(?:19|[2-9]\d)\d\d-(?:0[1-9]|1[0-2])-01$/.test(day)
      ? { value: day.slice(0, 7) }
      : { fault: 'month' };
  },
  readable: (value) => value.replace(/^(.*)-(.*)$/, '$2.$1'),
  // Of a whole day the month is meant.
  meant: (text) => /^(\d{4})-(\d\d)-\d\d$/.exec(readDay(text))?.slice(1).reverse().join('.'),
  ru: {
    required: 'Введите месяц и год, например 09.2026.',
    month: 'Введите месяц и год, например 09.2026 или сентябрь 2026.',
  },
  en: {
    required: 'Enter month and year, for example 09.2026.',
    month: 'Enter month and year, for example 09.2026.',
  },
};
