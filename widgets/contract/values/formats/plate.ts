import { inCyrillicLetters } from '../name.ts';
import type { TextFormat } from './text-format.ts';

const LETTER = '[АВЕКМНОРСТУХ]';
/** Two digits of the region, or three that do not begin with 0. */
const REGION = String.raw`(?!00)(?:\d{2}|[1-9]\d{2})`;
/** Of a car, a taxi or bus, a trailer, a motorcycle (ГОСТ Р 50577-2018, types 1, 1Б, 2, 4). */
const PLATE = new RegExp(
  String.raw`^(?:${LETTER}(?!000)\d{3}${LETTER}{2}|${LETTER}{2}(?!000)\d{3}|${LETTER}{2}(?!0000)\d{4}|(?!0000)\d{4}${LETTER}{2})${REGION}$`,
);

/**
 * Number plate of a vehicle of Russia. It has the twelve letters that look the same in Latin; they are kept in Cyrillic.
 *
 * @example plate.read('a123bc 22 RUS') // { value: 'А123ВС22' }
 */
export const plate: TextFormat = {
  read(text) {
    const bare = text.replace(/^(?:гос)?\.?\s*(?:номер|№|знак)[\s:]*/i, '').toUpperCase();
    const value = inCyrillicLetters(bare.replace(/RUS$|РУС$/, '').replace(/[\s./|_-]/g, ''));
    return PLATE.test(value) ? { value } : { fault: 'plate' };
  },
  readable: (value) => value.replace(/(?<=\p{L})(?=\d)|(?<=\d)(?=\p{L})/gu, ' '),
  meant: (text) => text.replace(/^[\dА-ЯA-Z]\s*[\dОO]{3}\s*[\dА-ЯA-Z]{2}(?=\s*\d{2,3}\b)/i, meantSeries),
  ru: {
    required: 'Введите номер машины, например А 123 ВС 22.',
    plate: 'Введите номер вместе с регионом, например А 123 ВС 22.',
  },
  en: {
    required: 'Enter the number plate, for example А 123 ВС 22.',
    plate: 'Enter the number plate with its region, for example А 123 ВС 22.',
  },
};

/** The series of a car: letters where zeros were typed for them, and zeros where letters were. */
function meantSeries(typed: string): string {
  const signs = typed.replace(/\s/g, '');
  const letters = (from: number, to: number) => signs.slice(from, to).replace(/0/g, 'О');
  return letters(0, 1) + signs.slice(1, 4).replace(/[ОO]/gi, '0') + letters(4, 6);
}
