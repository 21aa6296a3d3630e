import { inLatinLetters } from '../name.ts';
import { withoutName } from './digits.ts';
import type { TextFormat } from './text-format.ts';

/**
 * КПП of an organisation (Приказ ФНС России от 29.06.2012 № ММВ-7-6/435@): four digits of the tax office, two digits or Latin capitals of the
 * reason, three digits.
 */
export const kpp: TextFormat = {
  read(text) {
    const value = inLatinLetters(
      withoutName(text, /^кпп/i)
        .replace(/[\s./-]/g, '')
        .toUpperCase(),
    );
    return /^(?!0{4})\d{4}[\dA-Z]{2}\d{3}$/.test(value) ? { value } : { fault: 'kpp' };
  },
  ru: {
    required: 'Введите КПП, например 222501001.',
    kpp: 'В КПП 9 знаков, например 222501001. Он есть только у организаций.',
  },
  en: {
    required: 'Enter the КПП, for example 222501001.',
    kpp: 'A КПП has 9 characters, for example 222501001. Only organisations have one.',
  },
};
