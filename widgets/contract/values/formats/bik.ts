import { digitsFormat } from './digits.ts';
import type { TextFormat } from './text-format.ts';

/** БИК of a bank: nine digits, of which the first is 0, as in `bikIn` of `../account.ts`. */
export const bik: TextFormat = {
  ...digitsFormat({ code: 'bik', length: 9, named: /^бик/i, fits: (digits) => digits.startsWith('0') }),
  ru: {
    required: 'Введите БИК банка, например 040173604.',
    bik: 'В БИК 9 цифр, например 040173604. Он есть в приложении банка, в реквизитах счёта.',
    bikChecksum: 'БИК начинается с нуля, например 040173604. Сверьте с реквизитами счёта.',
  },
  en: {
    required: 'Enter the БИК of the bank, for example 040173604.',
    bik: 'A БИК has 9 digits, for example 040173604. The app of the bank shows it with the account.',
    bikChecksum: 'A БИК begins with 0, for example 040173604. Compare it with the app of the bank.',
  },
};
