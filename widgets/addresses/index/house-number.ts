import { foldLetters } from '../../text/fold-letters.ts';
import { toRussianLetter } from '../../text/keyboard-layout.ts';

/**
 * A house in folded text: number with letter and fraction, корпус, строение. For use in a larger expression; see
 * {@link spellHouse} for its groups.
 */
export const HOUSE_PATTERN =
  '(?<number>\\d{1,4}(?:[а-иклмнопрстуфхцчшщэю]| [а-ил-рт-э](?= |$))?(?:\\/\\d{1,4}[а-я]?)?(?:-\\d{1,4})?)' +
  '(?: ?(?:к|корп|корпус) ?(?<block>\\d{1,4}[а-я]?))?(?: ?(?:с|стр|строение) ?(?<building>\\d{1,4}))?';
const WHOLE_HOUSE = new RegExp(`^(?:д|дом|вл|влд|владение)? ?${HOUSE_PATTERN}$`);

/** The one spelling of a house, from the groups of {@link HOUSE_PATTERN}. */
export const spellHouse = (groups: Record<string, string | undefined>): string =>
  [
    groups['number']?.replace(' ', ''),
    groups['block'] && `к${groups['block']}`,
    groups['building'] && `стр${groups['building']}`,
  ].join('');

/** Folded text with single spaces, of which a house may be read. */
export const foldAddress = (text: string): string =>
  foldLetters(text)
    .replace(/(?<![а-я])лит(?:ера?)?(?=[ .]*[а-я](?:[^а-я]|$))|дробь(?= *\d)/g, (word) =>
      word === 'дробь' ? '/' : '',
    )
    .replace(/[^\p{L}\d/-]+/gu, ' ')
    .replace(/ *\/ */g, '/')
    // «12-а» is a house, «2-я» and «3-е» are names.
    .replace(/(\d)-(?=[а-дж-ик-ю](?:[^а-я]|$))/g, '$1')
    .trim();

/** One spelling for the many of a house: «29 корп. 2» and «д.29К2» are `29к2`. What is no house stays, without spaces. */
export function normalizeHouse(text: string): string {
  const folded = foldAddress(Array.from(foldLetters(text), toRussianLetter).join(''));
  const { groups } = WHOLE_HOUSE.exec(folded) ?? {};
  return groups ? spellHouse(groups) : folded.replaceAll(' ', '');
}
