import { digitsFormat, grouped } from './digits.ts';
import type { TextFormat } from './text-format.ts';

/**
 * Passport of a citizen of Russia: four digits of the series, six of the number, none of them zeros only (Постановление Правительства РФ от
 * 23.12.2023 № 2267).
 */
export const passport: TextFormat = {
  ...digitsFormat({
    code: 'passport',
    length: 10,
    named: /^паспорт(?:\s*(?:рф|гражданина\s+рф))?/i,
    fits: (digits) => !/^0000|000000$/.test(digits),
  }),
  readable: (value) => grouped(value, [2, 2, 6]),
  ru: {
    required: 'Введите серию и номер паспорта, например 01 04 123456.',
    passport: 'В паспорте 4 цифры серии и 6 цифр номера, например 01 04 123456.',
    passportChecksum: 'Такого номера не бывает. Сверьте с паспортом, например 01 04 123456.',
  },
  en: {
    required: 'Enter series and number of the passport, for example 01 04 123456.',
    passport: 'A passport has 4 digits of the series and 6 of the number, for example 01 04 123456.',
    passportChecksum: 'There is no such number. Compare it with the passport, for example 01 04 123456.',
  },
};
