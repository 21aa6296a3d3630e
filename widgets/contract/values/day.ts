/** What decides which century a year of two digits means. */
export interface DayContext {
  /** Which days are asked for: up to today (a birthday), or from today on (a wish). */
  when?: 'past' | 'future' | undefined;
  /** `YYYY-MM-DD` in the region; the device's day while it is not known. */
  today?: string | undefined;
}

/** Names of the months in Russian and English, and the Roman numbers that people write for them. */
const MONTHS = [
  ...['январь января january i', 'февраль февраля february ii', 'март марта march iii'],
  ...['апрель апреля april iv', 'май мая may v', 'июнь июня june vi', 'июль июля july vii'],
  ...['август августа august viii', 'сентябрь сентября september ix', 'октябрь октября october x'],
  ...['ноябрь ноября november xi', 'декабрь декабря december xii'],
].map((names) => names.split(' '));

/** What may stand before and behind a day: «с», «вторник,», «года рождения». */
const BEFORE =
  /^(?:с|от|до|пн|вт|ср|чт|пт|сб|вс|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье)[.,]* (?=\d)/;
const BEHIND = /[ ,]*(?:г\.? ?р\.?|г\.?|год|года|года? рождения)$/;

/** Ways to write a day; each has the groups `d`, `m`, `y`. The first that fits is taken. */
const SPELLINGS = [
  // 2024-05-06, also with a time
  /^(?<y>\d{4})[-./ ](?<m>\d{1,2})[-./ ](?<d>\d{1,2})(?:[t ]\d.*)?$/,
  // 06.05.2024, 6/5/24, 06 05 2024
  /^(?<d>\d{1,2})[-./, ]+(?<m>\d{1,2})[-./, ]+(?<y>\d{4}|\d\d)$/,
  // 6 мая 2024, 6-го мая 24, 6.V.2024
  /^(?<d>\d{1,2})(?:-?(?:го|ое|е|st|nd|rd|th))?[-./, ]*(?<m>[а-яё]+|[a-z]+)[-./, ]+(?<y>\d{4}|\d\d)$/,
  // May 6, 2024
  /^(?<m>[а-яё]{3,}|[a-z]{3,})[. ]+(?<d>\d{1,2})(?:st|nd|rd|th)?[, ]+(?<y>\d{4})$/,
  // 20240506
  /^(?<y>(?:19|20)\d\d)(?<m>0[1-9]|1[0-2])(?<d>0[1-9]|[12]\d|3[01])$/,
  // 06052024, 060524
  /^(?<d>\d\d)(?<m>\d\d)(?<y>\d{4}|\d\d)$/,
];

/**
 * Reads a day as people write it, and gives `YYYY-MM-DD`, also where the calendar has no such day. Gives any other text as it is. Seven
 * digits are no day: 1112024 is the 1st of November or the 11th of January.
 *
 * @example readDay('1.9.2027') // '2027-09-01'; the same for '1 сентября 2027 г.', '01092027' and '2027-09-01'
 * @example readDay('1.2.24', { when: 'past' }) // '2024-02-01'
 * @example readDay('30.02.2024') // '2024-02-30'
 */
export function readDay(text: string, context: DayContext = {}): string {
  const bare = text.toLowerCase().replace(BEHIND, '').replace(BEFORE, '');
  for (const spelling of SPELLINGS) {
    const { d = '', m = '', y = '' } = spelling.exec(bare)?.groups ?? {};
    const month = monthNumber(m);
    if (!month) continue;
    const monthAndDay = `-${month}-${d.padStart(2, '0')}`;
    return (y.length === 4 ? y : fullYear(y, monthAndDay, context)) + monthAndDay;
  }
  return text;
}

/** `05` for «5», «мая», «V»; empty for what is no month. Three letters and more may be a name cut short: «сент». */
function monthNumber(text: string): string {
  const isName = (name: string) => name === text || (text.length > 2 && name.startsWith(text));
  const month = /\d/.test(text) ? text : String(MONTHS.findIndex((names) => names.some(isName)) + 1);
  return month === '0' || text === '' ? '' : month.padStart(2, '0');
}

/** The year that two digits mean: of a past day the latest that is possible, of any other the nearest to today. */
function fullYear(digits: string, monthAndDay: string, { when, today }: DayContext): string {
  const now = today ?? new Date().toISOString().slice(0, 10);
  const thisYear = Number(now.slice(0, 4));
  let year = thisYear - (thisYear % 100) + Number(digits) + 100;
  const isTooLate = () =>
    when === 'past' ? `${String(year)}${monthAndDay}` > now : year - thisYear > HALF_CENTURY;
  while (isTooLate()) year -= 100;
  return String(year);
}

/** In years. */
const HALF_CENTURY = 50;
