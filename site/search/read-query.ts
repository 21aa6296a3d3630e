/** Reads what a citizen typed: the ways to spell it, the fact that is asked for, the number of a case. */
import { repairLayout, toRussianLayout } from '../../widgets/text/keyboard-layout.ts';
import { fromTransliteration } from '../../widgets/text/transliteration.ts';
import type { AnswerKind } from '../catalogue/search.ts';
import { foldedWords } from './words.ts';

/** How a query was spelled. */
type Spelling = 'typed' | 'keyboard' | 'latin';
/** One way to read a query. */
export interface Reading {
  words: string[];
  spelling: Spelling;
}

/**
 * A key that is a letter on the Russian keyboard and punctuation on the English one. Three cases: inside of a Latin word
 * (`hf,jnf` for «работа»), before one (`,bktn` for «билет»), or punctuation that no query has by itself (`ecgt[` for «успех»).
 */
const PUNCTUATION_IN_WORD = /[a-z][[\];'`,.](?=[a-z])|(?:^|\s)[[\];'`,.][a-z]|[[\];'`]/;

/** A word with a Russian letter: Latin ones in it are there because they look alike. */
const WORD_WITH_RUSSIAN = /\S*[а-яё]\S*/giu;

/**
 * The ways to read a query: as it was typed, as if the keyboard had been Russian, as Russian in Latin letters. A query with Russian
 * letters is only read as typed, with Latin letters that look Russian mended. Empty if there is no letter and no digit.
 *
 * @example readingsOf('sadik').map(({ words }) => words) // [['sadik'], ['ыфвшл'], ['садик']]
 */
export function readingsOf(query: string): Reading[] {
  const lower = query.toLowerCase();
  const isRussian = /[а-яё]/.test(lower);
  const readings: Reading[] = [
    { words: foldedWords(query.replace(WORD_WITH_RUSSIAN, repairLayout)), spelling: 'typed' },
  ];
  if (!isRussian && /[a-z]/.test(lower)) {
    const keyboard: Reading = { words: foldedWords(toRussianLayout(query)), spelling: 'keyboard' };
    if (PUNCTUATION_IN_WORD.test(lower)) return [keyboard];
    readings.push(keyboard, { words: foldedWords(fromTransliteration(query)), spelling: 'latin' });
  }
  return readings.filter(({ words }) => words.length);
}

/** Words by which a fact is asked for. They are folded, as are those of a query. */
const ANSWER_PATTERNS: [AnswerKind, RegExp][] = [
  ['phone', /(?:^| )(?:номер )?телефон[а-я]*(?= |$)|(?:^| )(?:как )?(?:по|до)звонить(?: в)?(?= |$)/u],
  [
    'hours',
    /(?:^| )(?:часы работы|часы приема|(?:график|режим)(?: работы)?|до скольки|во сколько|когда работает|работает ли|открыт[аоы]?(?= |$)|работает(?= |$)|сегодня)/u,
  ],
  ['fee', /(?:^| )(?:сколько стоит|стоимость|цена|почем|(?:гос)?пошлин[а-я]*|сколько платить за)(?= |$)/u],
  [
    'period',
    /(?:^| )(?:сколько (?:ждать|делается|делают|времени|дней)|за сколько дней|срок[а-я]*(?: выдачи| оформления| действия)?|как долго|через сколько)(?= |$)/u,
  ],
  [
    'where',
    /(?:^| )(?:где(?: находится| получить| сделать| оформить| взять)?|адрес|куда (?:обратиться|идти|обращаться)(?: за)?)(?= |$)/u,
  ],
];

/** A query without the words that ask for a fact. */
export interface Question {
  /** The fact; `undefined` if none is asked for. */
  answer: AnswerKind | undefined;
  /** What it is asked of. */
  words: string[];
}

/**
 * Takes the words that ask for a fact out of a query. Where nothing else is left, they are what is looked for.
 *
 * @example questionOf(['телефон', 'мфц']) // { answer: 'phone', words: ['мфц'] }
 */
export function questionOf(words: readonly string[]): Question {
  const text = words.join(' ');
  for (const [answer, pattern] of ANSWER_PATTERNS) {
    if (!pattern.test(text)) continue;
    const rest = text.replace(pattern, ' ').split(' ').filter(Boolean);
    if (rest.length) return { answer, words: rest };
  }
  return { answer: undefined, words: [...words] };
}

/**
 * The number of a case in a query, `undefined` if there is none.
 *
 * @example caseNumberIn('заявление 22 2026 000123') // '22-2026-000123'
 */
export function caseNumberIn(query: string): string | undefined {
  const [, region, year, number] = /(?<!\d)(\d{2})[-–— ]?(\d{4})[-–— ]?(\d{6})(?!\d)/.exec(query) ?? [];
  return region && year && number ? `${region}-${year}-${number}` : undefined;
}
