import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';

import { writeICalendar } from './appointment-ical.ts';

const VISIT = {
  id: '8e03978e-40d5-43e8-bc93-6894a57f9324',
  office: {
    slug: 'komitet',
    title: 'Комитет по образованию; опека, попечительство и дошкольное воспитание',
    phone: '+7 3852 00-00-00',
    address: '656000, г. Барнаул, пр-кт Примерный, д. 1',
  },
  startsAt: '2026-11-23T09:00:00+07:00',
  endsAt: '2026-11-23T09:20:00+07:00',
  application: '22-2026-000001',
  state: 'booked',
  sequence: 0,
  changedAt: '2026-11-21T05:00:00.000Z',
};

/** The event as the calendar of Thunderbird reads it, with the time zone that stands in the file. */
function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  const component = calendar.getFirstSubcomponent('vevent') ?? undefined;
  const event = new ICAL.Event(component);
  const valueOf = (name: string) => String(component?.getFirstPropertyValue(name));
  const triggers = component?.getAllSubcomponents('valarm').map((alarm) => {
    return String(alarm.getFirstPropertyValue('trigger'));
  });
  return { event, valueOf, zone: event.startDate.zone.tzid, triggers };
}

describe('the event for a calendar', () => {
  it('is at the time of the region, wherever the calendar is', () => {
    const { event, zone, valueOf } = read(writeICalendar(VISIT, 'Asia/Barnaul'));
    expect([event.startDate.toString(), zone]).toEqual(['2026-11-23T09:00:00', 'Asia/Barnaul']);
    expect(event.startDate.toJSDate()).toEqual(new Date(VISIT.startsAt));
    expect(event.endDate.toJSDate()).toEqual(new Date(VISIT.endsAt));
    expect(valueOf('dtstamp')).toBe('2026-11-21T05:00:00Z');
  });

  it('says where to go and whom to call', () => {
    const { event } = read(writeICalendar(VISIT, 'Asia/Barnaul'));
    expect(event.summary).toBe(`Приём: ${VISIT.office.title}`);
    expect(event.location).toBe(VISIT.office.address);
    expect(event.description).toContain('Телефон: +7 3852 00-00-00.\nПеренести');
    expect(event.description).toContain('22-2026-000001');
  });

  it('reminds a day before', () => {
    expect(read(writeICalendar(VISIT, 'Asia/Barnaul')).triggers).toEqual(['-P1D']);
  });

  it('stays the same event when it is moved', () => {
    const before = read(writeICalendar(VISIT, 'Asia/Barnaul')).event;
    const after = read(writeICalendar({ ...VISIT, sequence: 1 }, 'Asia/Barnaul')).event;
    expect(after.uid).toBe(before.uid);
    expect([before.sequence, after.sequence]).toEqual([0, 1]);
  });

  it('is struck out when it is cancelled, and reminds of nothing', () => {
    const cancelled = { ...VISIT, state: 'cancelled', sequence: 2 };
    const { event, valueOf, triggers } = read(writeICalendar(cancelled, 'Asia/Barnaul'));
    expect([valueOf('status'), triggers]).toEqual(['CANCELLED', []]);
    expect(event.summary).toMatch(/^Отменено\. /);
  });

  it('has short lines, and in an event nothing behind its alarm', () => {
    const text = writeICalendar(VISIT, 'Asia/Barnaul');
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(text).toMatch(/END:VALARM\r\nEND:VEVENT\r\n/);
  });

  it('needs neither telephone, address nor application', () => {
    const { application, ...visit } = { ...VISIT, office: { slug: 'komitet', title: 'Комитет' } };
    const { event } = read(writeICalendar(visit, 'Asia/Barnaul'));
    expect(event.location).toBe('Комитет');
    expect(event.description).not.toMatch(/Телефон|заявления/);
    expect(application).toBe('22-2026-000001');
  });
});
