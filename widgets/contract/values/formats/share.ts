import { readDecimal } from './decimal.ts';
import type { TextFormat } from './text-format.ts';

/**
 * A share of property as a fraction, at most the whole.
 *
 * @example share.read('½') // { value: '1/2' }
 * @example share.read('25 %') // { value: '25/100' }
 */
export const share: TextFormat = {
  read(text) {
    // A sign for a fraction becomes two numbers and a stroke of its own: ½ is 1⁄2.
    const bare = text.normalize('NFKD').replace(/\s*(?:доля|доли|д\.)$/i, '');
    const [numerator = NaN, denominator = NaN] = partsOf(bare);
    return numerator > 0 && numerator <= denominator && denominator <= 1_000_000
      ? { value: `${numerator}/${denominator}` }
      : { fault: 'share' };
  },
  ru: {
    required: 'Введите долю, например 1/2. Если всё ваше, напишите 1.',
    share: 'Введите долю дробью, не больше целого, например 1/2 или 3/8. Если всё ваше, напишите 1.',
  },
  en: {
    required: 'Enter the share, for example 1/2. If all is yours, write 1.',
    share:
      'Enter the share as a fraction, not more than the whole, for example 1/2. If all is yours, write 1.',
  },
};

/** Numerator and denominator of what is written as `1/2`, `50 %`, `0,5` or `1`. */
function partsOf(text: string): number[] {
  const fraction = /^(\d{1,7})\s*[/⁄:\\]\s*(\d{1,7})$/.exec(text);
  if (fraction) return fraction.slice(1).map(Number);
  const isPercent = text.endsWith('%');
  const decimal = readDecimal(text.replace(/\s*%$/, ''));
  if (typeof decimal !== 'object') return [];
  const places = decimal.fraction.length;
  return [Number(decimal.whole + decimal.fraction), 10 ** places * (isPercent ? 100 : 1)];
}
