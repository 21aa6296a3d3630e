import { digitsFormat } from './digits.ts';
import type { TextFormat } from './text-format.ts';

/** «Код подразделения» in a passport: three digits of the region and its level, three of the unit that has issued it. */
export const passportUnit: TextFormat = {
  ...digitsFormat({
    code: 'passportUnit',
    length: 6,
    named: /^(?:код(?:\s+подразделения)?|к\/п)/i,
    fits: (digits) => !digits.startsWith('00'),
  }),
  readable: (value) => `${value.slice(0, 3)}-${value.slice(3)}`,
  ru: {
    required: 'Введите код подразделения из паспорта, например 220-001.',
    passportUnit: 'В коде подразделения 6 цифр, например 220-001.',
    passportUnitChecksum: 'Первые две цифры — код региона, и он не 00. Сверьте с паспортом.',
  },
  en: {
    required: 'Enter the code of the unit that issued the passport, for example 220-001.',
    passportUnit: 'The code of a unit has 6 digits, for example 220-001.',
    passportUnitChecksum:
      'The first two digits are the region, which is not 00. Compare them with the passport.',
  },
};
