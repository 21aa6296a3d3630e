import * as v from 'valibot';

import { TypedSchema } from '../schemas.ts';
import { digitsFormat } from './digits.ts';
import type { TextFormat } from './text-format.ts';

/**
 * Weights of the eleven digits before the twelfth (Приказ ФНС России от 29.06.2012 № ММВ-7-6/435@). The check digits at other places have the
 * last of them.
 */
const WEIGHTS = [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8];

/** Whether the digit at a place is the weighted sum of those before it, modulo 11; a remainder of 10 gives 0. */
function hasCheckDigit(digits: string, place: number): boolean {
  const weights = WEIGHTS.slice(-place);
  const sum = weights.reduce((total, weight, i) => total + weight * Number(digits[i]), 0);
  return (sum % 11) % 10 === Number(digits[place]);
}

/** Whether both check digits of a person's ИНН are right. */
const fitsPerson = (digits: string) => hasCheckDigit(digits, 10) && hasCheckDigit(digits, 11);

/** ИНН of a person: twelve digits, of which the last two are check digits. */
export const inn: TextFormat = {
  ...digitsFormat({
    code: 'inn',
    length: 12,
    named: /^инн/i,
    fits: fitsPerson,
  }),
  ru: {
    required: 'Введите ИНН, например 220000000070.',
    inn: 'В ИНН человека 12 цифр, например 220000000070.',
    innChecksum: 'Последние цифры ИНН не подходят к остальным. Сверьте со свидетельством.',
  },
  en: {
    required: 'Enter the ИНН, for example 220000000070.',
    inn: 'The ИНН of a person has 12 digits, for example 220000000070.',
    innChecksum: 'The last digits of the ИНН do not fit the others. Compare them with the certificate.',
  },
};

/** ИНН of an organisation: ten digits, of which the last is a check digit. */
export const companyInn: TextFormat = {
  ...digitsFormat({
    code: 'companyInn',
    length: 10,
    named: /^инн/i,
    fits: (digits) => hasCheckDigit(digits, 9),
  }),
  ru: {
    required: 'Введите ИНН организации, например 2200000001.',
    companyInn: 'В ИНН организации 10 цифр, например 2200000001.',
    companyInnChecksum: 'Последняя цифра ИНН не подходит к остальным. Сверьте со свидетельством.',
  },
  en: {
    required: 'Enter the ИНН of the organisation, for example 2200000001.',
    companyInn: 'The ИНН of an organisation has 10 digits, for example 2200000001.',
    companyInnChecksum: 'The last digit of the ИНН does not fit the others. Compare it with the certificate.',
  },
};

/**
 * ИНН of a person, parsed to twelve digits.
 *
 * @example v.parse(InnSchema, '2200 0000 0070') // '220000000070'
 */
export const InnSchema = v.pipe(
  TypedSchema,
  v.transform((text) => text.replace(/[\s./-]/g, '')),
  v.regex(/^\d{12}$/, 'inn'),
  v.check((digits) => digits.length !== 12 || fitsPerson(digits), 'inn'),
);
