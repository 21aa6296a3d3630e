import { decimalText, readDecimal, readableDecimal, shifted, withoutPoint } from './decimal.ts';
import type { ReadText, TextFormat } from './text-format.ts';

/** Roubles, and kopecks after them. */
const ROUBLES = /\s*(?:руб(?:л[а-яё]*)?\.?|р\.?|₽|rub\.?)$/i;
const KOPECKS = /^(.*?)\s*(?:руб(?:л[а-яё]*)?\.?|р\.?|₽)\s*(\d{1,2})\s*коп(?:е[а-яё]*)?\.?$/i;
/** Thousands and millions in words, with the places by which they move the point. */
const WORDS = [
  [/\s*тыс(?:яч[а-яё]*)?\.?(?=\s|$)/i, 3],
  [/\s*млн\.?|\s*миллион[а-яё]*/i, 6],
] as const;

/**
 * A sum of money in roubles, with a point before kopecks.
 *
 * @example money.read('12 500 руб. 50 коп.') // { value: '12500.50' }
 */
export const money: TextFormat = {
  inputmode: 'decimal',
  read(text): ReadText {
    const [, roubles, kopecks = ''] = KOPECKS.exec(text) ?? [];
    const number = readDecimal(
      roubles === undefined ? text.replace(ROUBLES, '') : `${roubles},${kopecks.padStart(2, '0')}`,
    );
    if (number === 'unclear') return { fault: 'numberUnclear' };
    if (number === undefined || number.whole.length > 12) return { fault: 'money' };
    const { whole, fraction } = number;
    if (fraction.length > 2) return { fault: 'moneyKopecks' };
    return { value: fraction === '' ? whole : `${whole}.${fraction.padEnd(2, '0')}` };
  },
  readable: (value) => `${readableDecimal(value)}\u00a0₽`,
  meant(text) {
    const bare = text.replace(ROUBLES, '');
    for (const [word, places] of WORDS) {
      const number = readDecimal(bare.replace(word, ''));
      if (word.test(bare) && typeof number === 'object') return decimalText(shifted(number, places));
    }
    return withoutPoint(bare);
  },
  ru: {
    required: 'Введите сумму в рублях, например 12 500 или 12 500,50.',
    money: 'Введите сумму в рублях цифрами, например 12 500 или 12 500,50.',
    moneyKopecks: 'В сумме не больше двух цифр копеек, например 12 500,50.',
    numberUnclear: 'Непонятно, тысячи это или дробь: уберите точку или запятую перед тремя цифрами.',
  },
  en: {
    required: 'Enter the sum in roubles, for example 12 500 or 12 500,50.',
    money: 'Enter the sum in roubles in digits, for example 12 500 or 12 500,50.',
    moneyKopecks: 'A sum has at most two digits of kopecks, for example 12 500,50.',
    numberUnclear: 'Thousands or a fraction? Take the point or comma before the three digits away.',
  },
};
