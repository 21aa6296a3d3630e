import { splitWords } from '../../text/words.ts';

/** Type, short form → words that people write besides its official forms: «пр-т» is the words «пр» and «т», «пр-д» «пр» and «д». */
const EXTRA_TYPE_WORDS: Record<string, string[]> = {
  'пр-кт': ['т'],
  проезд: ['пр', 'д'],
  мкр: ['мкрн'],
  д: ['дер'],
};

/** Words for types that a region may lack. They say what kind of name stands beside them, in any region: «деревня Бочкари». */
export const COMMON_TYPE_WORDS = splitWords(
  'г гор город с село д дер деревня п пос поселок пгт рп хутор ст станица станция сл слобода аул улус волость район рн обл область ' +
    'край республика респ округ разъезд починок кордон заимка городок местечко массив микрорайон мкр мкрн квартал кв снт днт гск тер ' +
    'территория ул улица пр просп проспект пер переулок проезд пл площадь наб набережная шоссе бул бульвар туп тупик тракт аллея ' +
    'линия дорога кольцо сквер спуск съезд въезд заезд проулок просек просека участок магистраль километр',
);

/** The words that people use for a type: its short form, the words of its long form, and `EXTRA_TYPE_WORDS`: «ул» and «улица». */
export function wordsOfType([short, long]: [short: string, long: string]): string[] {
  const longWords = splitWords(long).filter((word) => word.length > 2);
  return [...splitWords(short), ...longWords, ...(EXTRA_TYPE_WORDS[short] ?? [])];
}
