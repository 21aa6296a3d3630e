import type { TextFormat } from './text-format.ts';

/** Ways to write a time of the day; each has the groups `h` and `m`, and `half` for am and pm. */
const SPELLINGS = [
  // 9:30, 09.30, 9-30, 9 30, 14:30:00, 2:30 pm
  /^(?<h>\d{1,2})[:. -](?<m>\d\d)(?::\d\d)?\s*(?<half>[ap])?\.?m?\.?$/i,
  // 9 ч 30 мин, 9 часов
  /^(?<h>\d{1,2})\s*ч(?:ас[а-яё]*)?\.?\s*(?:(?<m>\d{1,2})\s*м?(?:ин[а-яё]*)?\.?)?$/i,
  // 0930, 930
  /^(?<h>\d{1,2})(?<m>\d\d)$/,
];

/**
 * A time of the day, read to `HH:MM`.
 *
 * @example time.read('9 ч 30 мин') // { value: '09:30' }
 */
export const time: TextFormat = {
  inputmode: 'numeric',
  read(text) {
    const bare = text.replace(/^(?:в|с|к|до)\s+/i, '');
    const { h, m = '00', half } = SPELLINGS.map((one) => one.exec(bare)?.groups).find(Boolean) ?? {};
    if (h === undefined) return { fault: 'time' };
    const hours = half === undefined ? Number(h) : (Number(h) % 12) + (/p/i.test(half) ? 12 : 0);
    const isRight = hours < 24 && Number(m) < 60 && (half === undefined || /^(?:1[0-2]|0?[1-9])$/.test(h));
    return isRight
      ? { value: `${String(hours).padStart(2, '0')}:${m.padStart(2, '0')}` }
      : { fault: 'timeNone' };
  },
  // An hour alone may be the beginning of a time.
  meant: (text) => (/^\d{1,2}$/.test(text) ? `${text}:00` : undefined),
  ru: {
    required: 'Введите время, например 9:30.',
    time: 'Введите часы и минуты, например 9:30.',
    timeNone: 'В сутках нет такого времени: часы от 0 до 23, минуты от 0 до 59.',
  },
  en: {
    required: 'Enter the time, for example 9:30.',
    time: 'Enter hours and minutes, for example 9:30.',
    timeNone: 'A day has no such time: hours are 0 to 23, minutes 0 to 59.',
  },
};
