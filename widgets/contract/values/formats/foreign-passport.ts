import { digitsFormat, grouped } from './digits.ts';
import type { TextFormat } from './text-format.ts';

/** Passport of a citizen of Russia for travelling abroad: two digits of the series, seven of the number. */
export const foreignPassport: TextFormat = {
  ...digitsFormat({
    code: 'foreignPassport',
    length: 9,
    named: /^(?:загран(?:ичный)?\s*)?(?:паспорт)?/i,
    fits: (digits) => !/^00|0000000$/.test(digits),
  }),
  readable: (value) => grouped(value, [2, 7]),
  ru: {
    required: 'Введите серию и номер загранпаспорта, например 75 1234567.',
    foreignPassport: 'В загранпаспорте 2 цифры серии и 7 цифр номера, например 75 1234567.',
    foreignPassportChecksum: 'Такого номера не бывает. Сверьте с загранпаспортом.',
  },
  en: {
    required: 'Enter series and number of the passport for travelling, for example 75 1234567.',
    foreignPassport: 'It has 2 digits of the series and 7 of the number, for example 75 1234567.',
    foreignPassportChecksum: 'There is no such number. Compare it with the passport for travelling.',
  },
};
