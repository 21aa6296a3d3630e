import { digitsFormat } from './digits.ts';
import type { TextFormat } from './text-format.ts';

/**
 * Whether the last digit is that of the remainder of all before it (Приказ Минфина России от 30.10.2017 № 165н): modulo 11 in an ОГРН,
 * modulo 13 in an ОГРНИП.
 */
const hasCheckDigit = (digits: string, divisor: number) =>
  (Number(digits.slice(0, -1)) % divisor) % 10 === Number(digits.at(-1));

/** ОГРН of an organisation: thirteen digits, of which the first is 1 or 5 and the last a check digit. */
export const ogrn: TextFormat = {
  ...digitsFormat({
    code: 'ogrn',
    length: 13,
    named: /^огрн/i,
    fits: (digits) => /^[15]/.test(digits) && hasCheckDigit(digits, 11),
  }),
  ru: {
    required: 'Введите ОГРН, например 1022200000008.',
    ogrn: 'В ОГРН организации 13 цифр, например 1022200000008.',
    ogrnChecksum: 'Такого ОГРН не бывает. Сверьте цифры с выпиской из ЕГРЮЛ.',
  },
  en: {
    required: 'Enter the ОГРН, for example 1022200000008.',
    ogrn: 'The ОГРН of an organisation has 13 digits, for example 1022200000008.',
    ogrnChecksum: 'There is no such ОГРН. Compare it with the extract from the register (ЕГРЮЛ).',
  },
};

/** ОГРНИП of a sole trader: fifteen digits, of which the first is 3 and the last a check digit. */
export const ogrnip: TextFormat = {
  ...digitsFormat({
    code: 'ogrnip',
    length: 15,
    named: /^огрн(?:ип)?/i,
    fits: (digits) => digits.startsWith('3') && hasCheckDigit(digits, 13),
  }),
  ru: {
    required: 'Введите ОГРНИП, например 304220000000001.',
    ogrnip: 'В ОГРНИП предпринимателя 15 цифр, например 304220000000001.',
    ogrnipChecksum: 'Такого ОГРНИП не бывает. Сверьте цифры с выпиской из ЕГРИП.',
  },
  en: {
    required: 'Enter the ОГРНИП, for example 304220000000001.',
    ogrnip: 'The ОГРНИП of a sole trader has 15 digits, for example 304220000000001.',
    ogrnipChecksum: 'There is no such ОГРНИП. Compare it with the extract from the register (ЕГРИП).',
  },
};
