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
  state: 'booked' as const,
  sequence: 0,
  changedAt: '2026-11-21T05:00:00.000Z',
};

/** Properties and components, as a calendar reads them (RFC 5545, 3.1 and 3.3.11). */
function read(text: string) {
  const lines = text.replaceAll('\r\n ', '').split('\r\n');
  expect(lines.pop()).toBe('');
  return lines.map((line) => {
    const [, name = '', value = ''] = /^([A-Z-]+(?:;[A-Z]+=[^:;]+)*):(.*)$/.exec(line) ?? [];
    return [name, value.replace(/\\([,;\\n])/g, (_, sign) => (sign === 'n' ? '\n' : String(sign)))] as const;
  });
}
/** Of two with one name the first: the alarm's own stand behind those of the event. */
const propertiesOf = (text: string) => new Map(read(text).reverse());

describe('the event for a calendar', () => {
  it('is at the time of the region, wherever the calendar is', () => {
    const found = propertiesOf(writeICalendar(VISIT, 'Asia/Barnaul'));
    expect(found.get('DTSTART;TZID=Asia/Barnaul')).toBe('20261123T090000');
    expect(found.get('DTEND;TZID=Asia/Barnaul')).toBe('20261123T092000');
    expect(found.get('TZID')).toBe('Asia/Barnaul');
    expect(found.get('TZOFFSETTO')).toBe('+0700');
    expect(found.get('DTSTAMP')).toBe('20261121T050000Z');
  });

  it('says where to go and whom to call', () => {
    const found = propertiesOf(writeICalendar(VISIT, 'Asia/Barnaul'));
    expect(found.get('SUMMARY')).toBe(`Приём: ${VISIT.office.title}`);
    expect(found.get('LOCATION')).toBe(VISIT.office.address);
    expect(found.get('DESCRIPTION')).toContain('Телефон: +7 3852 00-00-00.\nПеренести');
    expect(found.get('DESCRIPTION')).toContain('22-2026-000001');
  });

  it('reminds a day before', () => {
    expect(propertiesOf(writeICalendar(VISIT, 'Asia/Barnaul')).get('TRIGGER')).toBe('-P1D');
  });

  it('stays the same event when it is moved', () => {
    const before = propertiesOf(writeICalendar(VISIT, 'Asia/Barnaul'));
    const after = propertiesOf(writeICalendar({ ...VISIT, sequence: 1 }, 'Asia/Barnaul'));
    expect(after.get('UID')).toBe(before.get('UID'));
    expect([before.get('SEQUENCE'), after.get('SEQUENCE')]).toEqual(['0', '1']);
  });

  it('is struck out when it is cancelled, and reminds of nothing', () => {
    const text = writeICalendar({ ...VISIT, state: 'cancelled', sequence: 2 }, 'Asia/Barnaul');
    expect(propertiesOf(text).get('STATUS')).toBe('CANCELLED');
    expect(propertiesOf(text).get('SUMMARY')).toMatch(/^Отменено\. /);
    expect(text).not.toContain('VALARM');
  });

  it('is whole: lines are short, components nest, properties stand before components', () => {
    const text = writeICalendar(VISIT, 'Asia/Barnaul');
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    const open: string[] = [];
    let ended = false;
    for (const [name, value] of read(text)) {
      if (name === 'BEGIN') open.push(value);
      else if (name === 'END') expect(open.pop()).toBe(value);
      // Within an event nothing may stand behind the alarm.
      else if (open.at(-1) === 'VEVENT') expect(ended).toBe(false);
      ended = name === 'END' && value === 'VALARM';
    }
    expect(open).toEqual([]);
    expect(read(text).filter(([name]) => name === '')).toEqual([]);
  });

  it('needs neither telephone, address nor application', () => {
    const { application, ...visit } = { ...VISIT, office: { slug: 'komitet', title: 'Комитет' } };
    const found = propertiesOf(writeICalendar(visit, 'Asia/Barnaul'));
    expect(found.get('LOCATION')).toBe('Комитет');
    expect(found.get('DESCRIPTION')).not.toMatch(/Телефон|заявления/);
    expect(application).toBe('22-2026-000001');
  });
});
