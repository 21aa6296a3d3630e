import { describe, expect, it } from 'vitest';

import { RegionClock } from '../store/region-clock.ts';
import { bookableSlotStarts, isBookableSlotStart, slotAt } from './slots.ts';

/** Saturday noon in Barnaul. */
const NOW = new Date('2026-11-21T05:00:00Z');
const CALENDAR = {
  2026: { daysOff: ['2026-12-31'], workingDays: ['2026-12-26'] },
};
const timeZone = 'Asia/Barnaul';
const clock = new RegionClock(timeZone);
const starts = (from: string, days = 1, now = NOW) =>
  bookableSlotStarts({ now, calendar: CALENDAR, timeZone }, from, days).map(
    (startsAt) => slotAt(startsAt, clock).startsAt,
  );
const daysOf = (instants: string[]) => [...new Set(instants.map((instant) => instant.slice(0, 10)))];

describe('the slots of an office', () => {
  it('are twenty minutes long, from nine to five, without lunch', () => {
    const monday = starts('2026-11-23');
    expect(monday).toHaveLength(21);
    expect(monday[0]).toBe('2026-11-23T09:00:00+07:00');
    expect(monday.slice(11, 13)).toEqual(['2026-11-23T12:40:00+07:00', '2026-11-23T14:00:00+07:00']);
    expect(slotAt(Date.parse('2026-11-23T09:40:00Z'), clock)).toEqual({
      startsAt: '2026-11-23T16:40:00+07:00',
      endsAt: '2026-11-23T17:00:00+07:00',
    });
    expect(monday.at(-1)).toBe('2026-11-23T16:40:00+07:00');
  });

  it('are at the hours of the office, where they are known, and never in its break', () => {
    const hours = [
      { days: [0, 1, 2, 3], intervals: ['08:00–11:30', '12:18–17:00'] },
      { days: [4], intervals: ['08:00–10:10'] },
      { days: [5, 6], intervals: [] },
    ];
    const search = { now: NOW, calendar: CALENDAR, timeZone, hours };
    const timesOn = (day: string) =>
      bookableSlotStarts(search, day, 1).map((at) => slotAt(at, clock).startsAt.slice(11, 16));
    const monday = timesOn('2026-11-23');
    expect([monday[0], monday.at(-1)]).toEqual(['08:00', '16:40']);
    expect(monday.slice(9, 11)).toEqual(['11:00', '12:20']);
    expect(timesOn('2026-11-27')).toEqual(['08:00', '08:20', '08:40', '09:00', '09:20', '09:40']);
    expect(timesOn('2026-12-26')).toEqual([]);
  });

  it('are on working days only', () => {
    expect(daysOf(starts('2026-11-21', 10))).toEqual([
      '2026-11-23',
      '2026-11-24',
      '2026-11-25',
      '2026-11-26',
      '2026-11-27',
      '2026-11-30',
    ]);
  });

  it('follow the days that the government moves', () => {
    expect(daysOf(starts('2026-12-25', 4))).toEqual(['2026-12-25', '2026-12-26', '2026-12-28']);
  });

  it('pass over the January holidays', () => {
    expect(daysOf(starts('2026-12-30', 14))).toEqual(['2026-12-30', '2027-01-11', '2027-01-12']);
  });

  it('of today are those that are still to come', () => {
    const now = new Date('2026-11-23T09:20:00Z');
    expect(starts('2026-11-23', 1, now)).toEqual(['2026-11-23T16:40:00+07:00']);
    expect(starts('2026-11-23', 1, new Date('2026-11-23T09:40:00Z'))).toEqual([]);
  });

  it('are never in the past, nor later than sixty days from now', () => {
    expect(starts('2026-11-01', 20)).toEqual([]);
    expect(daysOf(starts('2027-01-19', 5))).toEqual(['2027-01-19', '2027-01-20']);
    expect(starts('9999-12-31', 31)).toEqual([]);
  });

  it.each<[string, string, boolean]>([
    ['the first of a day', '2026-11-23T02:00:00Z', true],
    ['one written with the offset of the region', '2026-11-23T09:00:00+07:00', true],
    ['one between two', '2026-11-23T09:10:00+07:00', false],
    ['lunch', '2026-11-23T13:00:00+07:00', false],
    ['the evening', '2026-11-23T17:00:00+07:00', false],
    ['a Sunday', '2026-11-22T09:00:00+07:00', false],
    ['yesterday', '2026-11-20T09:00:00+07:00', false],
    ['the far future', '9999-12-31T23:59:59Z', false],
    ['a day that there is not', '2026-02-31T25:00:00Z', false],
  ])('know %s', (_, instant, expected) => {
    expect(isBookableSlotStart({ now: NOW, calendar: CALENDAR, timeZone }, Date.parse(instant))).toBe(
      expected,
    );
  });
});

describe('the time of the region', () => {
  it('follows the law, which moved the clocks in 2016', () => {
    expect(clock.offsetAt(new Date('2016-03-26T00:00:00Z'))).toBe('+06:00');
    expect(clock.offsetAt(NOW)).toBe('+07:00');
  });

  it('crosses midnight where people there do', () => {
    expect(clock.wallTime(new Date('2026-12-31T17:00:00Z'))).toBe('2027-01-01T00:00:00');
  });
});
