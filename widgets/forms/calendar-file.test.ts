import ICAL from 'ical.js';
import { expect, it } from 'vitest';

import { calendarFile } from './calendar-file.ts';

const TITLE =
  'Последний день ответа: «Постановка на учёт, зачисление; перевод \\ детский сад» и ещё много слов';
const FILE = calendarFile({
  id: '22-2026-000001',
  day: '2026-12-31',
  madeAt: Date.parse('2026-11-21T05:00:00.123Z'),
  title: TITLE,
  text: 'Номер 22-2026-000001.\nЕсли ответа нет, можно пожаловаться.',
});

it('a file for calendars has the last day, whole, with a reminder the day before', () => {
  const calendar = new ICAL.Component(ICAL.parse(FILE) as unknown[]);
  const [event] = calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component));
  expect(event?.summary).toBe(TITLE);
  expect(event?.description).toBe('Номер 22-2026-000001.\nЕсли ответа нет, можно пожаловаться.');
  expect([event?.startDate.toString(), event?.endDate.toString()]).toEqual(['2026-12-31', '2027-01-01']);
  expect(event?.uid).toBe('22-2026-000001@okno');
  const [alarm] = event?.component.getAllSubcomponents('valarm') ?? [];
  expect(String(alarm?.getFirstPropertyValue('trigger'))).toBe('-P1D');
});

it('a file for calendars has lines of 75 bytes at most, and breaks no letter', () => {
  for (const line of FILE.split('\r\n')) {
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(line).not.toContain('�');
  }
});
