import type { TextFormat } from './text-format.ts';

/**
 * Cadastral number of a plot, a building or a room: the district and the quarter where it lies, of two, two and six or seven digits, and its
 * own number, divided by colons (Приказ Минэкономразвития России от 24.11.2015 № 877).
 *
 * @example cadastralNumber.read('22-63-010203-45') // { value: '22:63:010203:45' }
 */
export const cadastralNumber: TextFormat = {
  read(text) {
    const bare = text.replace(/^(?:кадастровый(?:\s+номер)?|кад\.?\s*(?:номер|№)|кн)?[\s:.№]*/i, '');
    const value = bare.replace(/[.;,]+$/, '').replace(/[\s:;.,/_-]+/g, ':');
    if (/^\d{2}:\d{2}:\d{6,7}$/.test(value)) return { fault: 'cadastralQuarter' };
    return /^(?!00)\d{2}:\d{2}:\d{6,7}:[1-9]\d{0,8}$/.test(value) ? { value } : { fault: 'cadastralNumber' };
  },
  ru: {
    required: 'Введите кадастровый номер, например 22:63:010203:45.',
    cadastralNumber:
      'В кадастровом номере четыре числа через двоеточие, например 22:63:010203:45. Он есть в выписке из ЕГРН.',
    cadastralQuarter: 'Это номер квартала. Допишите после двоеточия номер участка или помещения.',
  },
  en: {
    required: 'Enter the cadastral number, for example 22:63:010203:45.',
    cadastralNumber: 'A cadastral number has four numbers with colons between, for example 22:63:010203:45.',
    cadastralQuarter: 'This is the number of a quarter. Add the number of the plot or room behind a colon.',
  },
};
