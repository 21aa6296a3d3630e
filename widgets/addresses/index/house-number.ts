import { foldLetters } from '../../text/fold-letters.ts';
import { toRussianLetter } from '../../text/keyboard-layout.ts';

/**
 * Source of a regular expression for a house in folded text. Its groups, in «12а/3к2стр1»: `number` is «12а/3», `block` (корпус) is
 * «2», `building` (строение) is «1».
 *
 * - `number`: up to four digits; a letter, also after a space if it stands alone («12 б»; not «к» and «с», which begin «корпус» and
 *   «строение»); a fraction («/3а»); a range («-14»).
 * - `block`: «к2», «корп 2», «корпус 2а».
 * - `building`: «с1», «стр 1», «строение 1».
 */
export const HOUSE_PATTERN =
  '(?<number>\\d{1,4}(?:[а-иклмнопрстуфхцчшщэю]| [а-ил-рт-э](?= |$))?(?:\\/\\d{1,4}[а-я]?)?(?:-\\d{1,4})?)' +
  '(?: ?(?:к|корп|корпус) ?(?<block>\\d{1,4}[а-я]?))?(?: ?(?:с|стр|строение) ?(?<building>\\d{1,4}))?';
/** A text that is a house and nothing else, with or without a word before it: «дом 12». */
const WHOLE_HOUSE = new RegExp(`^(?:д|дом|вл|влд|владение)? ?${HOUSE_PATTERN}$`);

/**
 * Spells a house in the one way that the index uses, from the groups of {@link HOUSE_PATTERN}.
 *
 * @example spellHouse({ number: '12 а', block: '2', building: '1' }) // '12ак2стр1'
 */
export const spellHouse = (groups: Record<string, string | undefined>): string =>
  [
    groups['number']?.replace(' ', ''),
    groups['block'] && `к${groups['block']}`,
    groups['building'] && `стр${groups['building']}`,
  ].join('');

/**
 * Folds an address for {@link HOUSE_PATTERN}: no punctuation, single spaces, «лит.» is dropped, «дробь» becomes «/».
 *
 * @example foldAddress('Ленина, д. 12 лит. А') // 'ленина д 12 а'
 */
export const foldAddress = (text: string): string =>
  foldLetters(text)
    // «лит» or «литера» before a single letter («12 лит. А»); «дробь» before a number («12 дробь 3»).
    .replace(/(?<![а-я])лит(?:ера?)?(?=[ .]*[а-я](?:[^а-я]|$))|дробь(?= *\d)/g, (word) =>
      word === 'дробь' ? '/' : '',
    )
    .replace(/[^\p{L}\d/-]+/gu, ' ')
    .replace(/ *\/ */g, '/')
    // Joins «12-а», which is a house, but not «2-я» and «3-е», which are names: no «е», «з» or «я».
    .replace(/(\d)-(?=[а-дж-ик-ю](?:[^а-я]|$))/g, '$1')
    .trim();

/**
 * Gives the one spelling of a house that the index uses. A text that is no house stays, folded and without spaces.
 *
 * @example normalizeHouse('д. 29 корп. 2') // '29к2'
 */
export function normalizeHouse(text: string): string {
  const folded = foldAddress(Array.from(foldLetters(text), toRussianLetter).join(''));
  const { groups } = WHOLE_HOUSE.exec(folded) ?? {};
  return groups ? spellHouse(groups) : folded.replaceAll(' ', '');
}
