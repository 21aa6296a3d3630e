import { describe, expect, it } from 'vitest';

import {
  costInWords,
  countInWords,
  dayInWords,
  daysInWords,
  hoursInWords,
  weekInWords,
  periodInWords,
  siteDisplayName,
  periodStartInWords,
  telephoneLink,
} from './wording.ts';

const plain = (words: string | undefined) => words?.replace(/\s/g, ' ');

describe('periods in words', () => {
  it.each([
    [1, 'workingDay', '1 рабочий день'],
    [3, 'workingDay', '3 рабочих дня'],
    [10, 'workingDay', '10 рабочих дней'],
    [21, 'calendarDay', '21 календарный день'],
    [15, 'minute', '15 минут'],
    [2, 'month', '2 месяца'],
    [0, 'minute', 'сразу'],
    [undefined, 'month', undefined],
  ] as const)('say %s %s as «%s»', (value, unit, words) => {
    expect(periodInWords({ value, unit })).toBe(words);
  });

  it('name the event they are counted from, but not for minutes', () => {
    const period = {
      title: 'Ответ',
      value: 10,
      unit: 'workingDay',
      startEvent: 'registration',
      note: undefined,
      checked: true,
    } as const;
    expect(periodStartInWords(period)).toBe('со дня регистрации заявления');
    expect(periodStartInWords({ ...period, unit: 'minute' })).toBeUndefined();
  });
});

describe('other facts in words', () => {
  it('says what is free, what costs, and nothing of what is not known', () => {
    expect([0, 350, 1500.5, undefined].map((amount) => plain(costInWords({ amount })))).toEqual([
      'бесплатно',
      '350 ₽',
      '1 500,50 ₽',
      undefined,
    ]);
  });

  it('counts with the word in its form', () => {
    expect([1, 2, 5, 11, 31].map((count) => countInWords(count, ['услуга', 'услуги', 'услуг']))).toEqual([
      '1 услуга',
      '2 услуги',
      '5 услуг',
      '11 услуг',
      '31 услуга',
    ]);
  });

  it('writes a day out', () => {
    expect(plain(dayInWords('2026-11-21'))).toBe('21 ноября 2026 г.');
  });

  it('puts days in a row together', () => {
    expect([daysInWords([0, 1, 2, 3]), daysInWords([5])]).toEqual(['Пн – чт', 'Сб']);
  });

  it('tells the breaks of a day apart from its hours', () => {
    expect(hoursInWords(['09:00–13:00', '13:48–18:00'])).toEqual({
      open: '9:00 – 18:00',
      breaks: ['13:00 – 13:48'],
    });
    expect(hoursInWords(['00:00–24:00'])).toEqual({ open: 'круглосуточно', breaks: [] });
    expect(hoursInWords([])).toEqual({ open: 'выходной', breaks: [] });
  });

  it('writes a week in one line, without days off', () => {
    const week = [
      { days: [0, 1, 2, 3], intervals: ['08:00–11:30', '12:18–17:00'] },
      { days: [4], intervals: ['08:00–16:00'] },
      { days: [5, 6], intervals: [] },
    ];
    expect(plain(weekInWords(week))).toBe('Пн – чт 8:00 – 17:00, перерыв 11:30 – 12:18; пт 8:00 – 16:00');
  });

  it('makes a telephone a link', () => {
    expect(
      ['8 800 100-70-10', '+7 3852 00-00-00', '122', '8 3852 12-34-56 доб. 7'].map(telephoneLink),
    ).toEqual(['tel:+78001007010', 'tel:+73852000000', 'tel:122', 'tel:+73852123456']);
  });

  it('calls a site as people do', () => {
    expect(['https://www.gosuslugi.ru', 'http://barnaul.org/'].map(siteDisplayName)).toEqual([
      'gosuslugi.ru',
      'barnaul.org',
    ]);
  });
});
