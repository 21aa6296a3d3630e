import { inLatinLetters } from '../name.ts';
import type { TextFormat } from './text-format.ts';

/** A character of a VIN: Latin letters but for I, O and Q, and digits. */
const SIGNS = /^[A-HJ-NPR-Z\d]{17}$/;

/**
 * VIN of a vehicle (ISO 3779): seventeen characters, of which the last four are digits. Its check digit is used in North America only. Russian letters that
 * look the same are read as Latin.
 */
export const vin: TextFormat = {
  read(text) {
    const value = inLatinLetters(
      text
        .replace(/^vin[\s:.№-]*/i, '')
        .replace(/[\s.-]/g, '')
        .toUpperCase(),
    );
    if (/[IOQ]/.test(value) && value.length === 17) return { fault: 'vinLetters' };
    return SIGNS.test(value) && /\d{4}$/.test(value) && /[A-Z]/.test(value) ? { value } : { fault: 'vin' };
  },
  meant: (text) =>
    inLatinLetters(text.toUpperCase())
      .replace(/^VIN[\s:.№-]*/, '')
      .replace(/[OQ]/g, '0')
      .replace(/I/g, '1'),
  ru: {
    required: 'Введите VIN из 17 знаков, например XTA210990Y1234567.',
    vin: 'В VIN 17 латинских букв и цифр, например XTA210990Y1234567.',
    vinLetters: 'В VIN не бывает букв I, O и Q: это цифры 1 и 0. Проверьте номер.',
  },
  en: {
    required: 'Enter the VIN of 17 characters, for example XTA210990Y1234567.',
    vin: 'A VIN has 17 Latin letters and digits, for example XTA210990Y1234567.',
    vinLetters: 'A VIN has no letters I, O and Q: they are the digits 1 and 0. Check the number.',
  },
};
