import { describe, expect, it } from 'vitest';

import { contentFolder, readContentFolder } from './folder.ts';
import { contentWarnings } from './warnings.ts';

const CONTENT = readContentFolder(contentFolder());
const CARD = 'services/detskiy-sad.md';
const AUTUMN = new Date('2026-11-29');

/** The warnings of the content with another text of the card. */
const warningsOf = (from: string | RegExp, to: string) =>
  contentWarnings(new Map(CONTENT).set(CARD, (CONTENT.get(CARD) ?? '').replace(from, to)), { today: AUTUMN });

describe('the warnings of the content check', () => {
  it('say nothing of the content', () => {
    expect(contentWarnings(CONTENT, { today: AUTUMN })).toEqual([]);
  });

  it.each([
    [
      'a period of a million days',
      'значение: 10',
      'значение: 1000000',
      'сроки → 1 → значение',
      /лишнего нуля/,
    ],
    ['a mobile number', /^о чём: /m, '$&Звоните +7 (913) 000-00-00. ', 'о чём', /мобильный номер/],
    ['a name with initials', /^о чём: /m, '$&Спросите Иванову И. И. ', 'о чём', /имя человека/],
    ['a full name in the text', '1. **', '1. Спросите Иванову Анну Ивановну. **', '', /имя человека/],
    ['initials before a name', '1. **', '1. Спросите А. И. Иванову. **', '', /имя человека/],
    ['a mobile number in the text', '1. **', '1. 8-913-000-00-00. **', '', /мобильный номер/],
  ])('name %s once, with the reason', (_, from, to, field, message) => {
    expect(warningsOf(from, to)).toEqual([
      {
        file: CARD,
        line: expect.any(Number) as number,
        column: expect.any(Number) as number,
        field,
        message: expect.stringMatching(message) as string,
        example: expect.stringMatching(/./) as string,
      },
    ]);
  });

  it.each(['библиотека имени В. Я. Шишкова', 'ул. А. С. Пушкина, 5', '8 800 100-70-10', 'пр-кт Ленина'])(
    'say nothing of «%s»',
    (text) => {
      expect(warningsOf(/^о чём: /m, `$&${text}. `)).toEqual([]);
    },
  );

  it('ask for the calendar of next year from October, and of this year always', () => {
    const files = (date: string) =>
      contentWarnings(CONTENT, { today: new Date(date) }).map(({ file }) => file);
    expect(files('2027-09-30')).toEqual([]);
    expect(files('2027-10-02')).toEqual(['calendar/2028.yaml']);
    expect(files('2029-01-02')).toEqual(['calendar/2029.yaml']);
  });
});
