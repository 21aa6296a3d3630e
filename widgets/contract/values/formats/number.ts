import { decimalText, readDecimal, readableDecimal, withoutPoint } from './decimal.ts';
import type { TextFormat } from './text-format.ts';

/** A number of zero or more; its unit is in the question. */
export const number: TextFormat = {
  inputmode: 'decimal',
  read(text) {
    const read = readDecimal(text);
    if (read === 'unclear') return { fault: 'numberUnclear' };
    return read && read.whole.length <= 12 && read.fraction.length <= 6
      ? { value: decimalText(read) }
      : { fault: 'number' };
  },
  readable: readableDecimal,
  meant: withoutPoint,
  ru: {
    required: 'Введите число, например 3 или 2,5.',
    number: 'Введите число цифрами, например 3 или 2,5.',
    numberUnclear: 'Непонятно, тысячи это или дробь: уберите точку или запятую перед тремя цифрами.',
  },
  en: {
    required: 'Enter a number, for example 3 or 2,5.',
    number: 'Enter a number in digits, for example 3 or 2,5.',
    numberUnclear: 'Thousands or a fraction? Take the point or comma before the three digits away.',
  },
};
