import { inCyrillicLetters } from '../name.ts';
import { withoutName } from './digits.ts';
import type { TextFormat } from './text-format.ts';

/** Cyrillic letters that are typed for Roman numbers. «П» and «Ш» are two and three strokes. */
const ROMAN_TWINS: Partial<Record<string, string>> = {
  ...{ Х: 'X', У: 'V', І: 'I', '|': 'I', L: 'I', П: 'II', Ш: 'III', С: 'C' },
};
/** Roman numbers up to 39. */
const ROMAN = /^(?=.)X{0,3}(?:IX|IV|V?I{0,3})$/;
const NAME = /^(?:свидетельство(?:\s+о\s+рождении)?|св-во(?:\s+о\s+рожд(?:ении|\.)?)?)/i;

/**
 * Birth certificate (form of Приказ Минюста России от 13.08.2018 № 167): a Roman number, two Russian letters, six digits. Letters that look
 * alike are read as those that stand there, since no others can.
 *
 * @example birthCertificate.read('II-TO № 812312') // { value: 'II-ТО 812312' }, with Russian letters behind the dash
 */
export const birthCertificate: TextFormat = {
  read(text) {
    const bare = withoutName(text, NAME).toUpperCase();
    const [, number = '', letters = '', digits] =
      /^([^\s-]{1,6}?)\s*-?\s*(\p{L}{2})[\s-]*(\d{6})$/u.exec(bare) ?? [];
    const roman = Array.from(number, (sign) => ROMAN_TWINS[sign] ?? sign).join('');
    const series = inCyrillicLetters(letters);
    return digits !== undefined && ROMAN.test(roman) && /^[А-Я]{2}$/.test(series)
      ? { value: `${roman}-${series} ${digits}` }
      : { fault: 'birthCertificate' };
  },
  // Strokes are ones: «11-ТО» is «II-ТО».
  meant: (text) => text.replace(/^\D*?(1{1,3})(?=\s*-)/, (_, ones: string) => 'I'.repeat(ones.length)),
  ru: {
    required: 'Введите серию и номер свидетельства о рождении, например II-ТО 123456.',
    birthCertificate:
      'В серии римская цифра и две русские буквы, за ней номер из 6 цифр, например II-ТО 123456.',
  },
  en: {
    required: 'Enter series and number of the birth certificate, for example II-ТО 123456.',
    birthCertificate:
      'The series is a Roman number and two Russian letters, the number has 6 digits, for example II-ТО 123456.',
  },
};
