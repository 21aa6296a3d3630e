import { decimalText, readDecimal, readableDecimal, shifted, withoutPoint } from './decimal.ts';
import type { TextFormat } from './text-format.ts';

/** Units, with the places by which they move the point. */
const UNITS = [
  [/\s*(?:м²|м2|m²|m2|кв\.?\s*м(?:етр[а-яё]*)?\.?|квадратн[а-яё]+\s+метр[а-яё]*)$/i, 0],
  [/\s*(?:сот(?:к[а-яё]*|ок)?\.?)$/i, 2],
  [/\s*(?:га|гектар[а-яё]*)\.?$/i, 4],
] as const;

/**
 * An area in square metres; hectares and «сотки» are converted.
 *
 * @example area.read('54,3 кв. м') // { value: '54.3' }
 * @example area.read('6 соток') // { value: '600' }
 */
export const area: TextFormat = {
  inputmode: 'decimal',
  read(text) {
    const [unit, places] = UNITS.find(([name]) => name.test(text)) ?? [/$/, 0];
    const number = readDecimal(text.replace(unit, ''));
    if (number === 'unclear') return { fault: 'numberUnclear' };
    const metres = number && shifted(number, places);
    const isArea = metres && metres.whole.length <= 12 && metres.fraction.length <= 4;
    return isArea && /[1-9]/.test(decimalText(metres)) ? { value: decimalText(metres) } : { fault: 'area' };
  },
  readable: (value) => `${readableDecimal(value)}\u00a0м²`,
  meant: (text) => withoutPoint(text),
  ru: {
    required: 'Введите площадь в квадратных метрах, например 54,3.',
    area: 'Введите площадь цифрами, например 54,3. Это квадратные метры; можно написать и «6 соток».',
    numberUnclear: 'Непонятно, тысячи это или дробь: уберите точку или запятую перед тремя цифрами.',
  },
  en: {
    required: 'Enter the area in square metres, for example 54,3.',
    area: 'Enter the area in digits, for example 54,3. These are square metres; «6 соток» is understood too.',
    numberUnclear: 'Thousands or a fraction? Take the point or comma before the three digits away.',
  },
};
