import { splitWords } from '../../text/words.ts';
import { PREPOSITIONS } from './name-query.ts';

/** Source of a regular expression for any form of these words, given without their endings. */
const formsOf = (stems: string) => `(?:${stems})\\p{L}*`;
/** Words and short forms for levels of the municipal division, which КЛАДР does not have, with the name of a сельсовет. */
const MUNICIPAL = [
  `${formsOf('городск|муниципальн|внутригородск|административн')}[ .]+${formsOf('округ|район|поселени|образовани|территори')}`,
  `${formsOf('сельск')}[ .]+${formsOf('округ|поселени|администраци')}(?: +\\p{L}+(?= *,))?`,
  `(?:\\p{L}+(?:ий|ого|ое|ом) +)?(?:сельсовет\\p{L}*|с\\/[сао])(?: +\\p{L}+(?:ий|ого)(?= *,))?`,
  `с\\.? ?п\\.(?: +\\p{L}+(?= *,))?|с\\/п`,
  'г\\. ?о\\.|м\\. ?р-н|м\\. ?о\\.|г\\. ?п\\.|вн\\. ?тер\\. ?г\\.|мо',
];
/** What stands around an address, and is no part of it. */
const AROUND = [
  `росси[яию](?: +федераци\\p{L}*)?|российск\\p{L}+ +федераци\\p{L}*|рф`,
  `(?:почтовый +)?(?:адрес|индекс)\\p{L}*|регион|субъект|страна|местоположени\\p{L}*|(?:населенный +)?пункт`,
  'живу|живет|проживае\\p{L}+|проживаю\\p{L}*|зарегистрирован\\p{L}*|прописан\\p{L}*',
  'имени|им',
];
/** What may stand between two words; a line means the same with other marks. */
const GAP = '[^\\p{L}\\d]';
/** A letter with a full stop, as in «В. И. Ленина», with a name beside it. No type of a name stands before a comma: «Шумакова Г., 38». */
const INITIAL =
  `(?<=\\p{L}{3}${GAP}+)(?:\\p{L}\\.${GAP}*\\p{L}\\.(?!\\p{L})|[^гсдпх\\P{L}]\\.(?!\\p{L})|\\p{L}\\.(?= *,))|` +
  `(?<!\\p{L})(?:\\p{L}\\.${GAP}*\\p{L}|[^гсдпх\\P{L}])\\.(?=${GAP}*\\p{L}{3})`;
const INITIALS = new RegExp(INITIAL, 'giu');
/** The ending of «2-я», «1-ая», «8-го». */
const ORDINAL_ENDING = '(?<=\\d[ -]?)(?:[аыои]?[яйе]|ую|о?го|о?му|о?м)(?!\\p{L})';
const NOISE = new RegExp(
  `(?<![\\p{L}\\d])(?:${[...MUNICIPAL, ...AROUND, PREPOSITIONS].join('|')})(?![\\p{L}\\d])|${INITIAL}|${ORDINAL_ENDING}`,
  'gu',
);

/**
 * The words of a folded line that an address may lack: the country, levels of the municipal division, prepositions, initials. Each
 * is in the list as often as it may be missing.
 *
 * @example noiseWords('российская федерация, г.о. барнаул') // ['российская', 'федерация', 'г', 'о']
 */
export const noiseWords = (line: string): string[] =>
  [...line.matchAll(NOISE)].flatMap(([phrase]) => splitWords(phrase));

/** A preposition, or a type in one of the cases that follow it: «в Барнауле», «Целинного района». */
const OTHER_CASE = new RegExp(
  `(?<!\\p{L})(?:${PREPOSITIONS}|(?:улиц|станиц|республик|слобод)[еыуо]й?|деревн[еию]|(?:кра)[яею]|(?:област|площад|набережно)[ий]|` +
    '(?:город|сел|поселк|район|округ|проспект|переулк|бульвар|проезд|тракт|хутор)(?:[еау]|ом))(?!\\p{L})',
  'u',
);

/** Whether names in a folded line may stand in any case, not only in that of the data. */
export const hasOtherCases = (line: string): boolean => OTHER_CASE.test(line);

/**
 * A line with spaces for the initials: «К., 36» is no house.
 *
 * @example withoutInitials('ул. Жане К., 36') // 'ул. Жане   , 36'
 */
export const withoutInitials = (line: string): string =>
  line.replace(INITIALS, (initials) => ' '.repeat(initials.length));
