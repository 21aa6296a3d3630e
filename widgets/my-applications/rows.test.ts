import { describe, expect, it } from 'vitest';

import type { ApplicationSummary } from '../contract/applications/schemas.ts';
import { newDraft } from '../drafts/draft.ts';
import { findRows } from './find-rows.ts';
import { rowsOf, type Sources, type StoredApplication } from './rows.ts';

const receiptOf = (number: string, submittedAt = '2026-11-20T05:00:00.000Z'): StoredApplication => ({
  ...newDraft('detskiy-sad', 'v1'),
  savedAt: 1,
  receipt: { number, code: 'ACDEF-GHJKM', submittedAt, dueOn: '2026-12-04' },
});
const listed = (number: string, change: Partial<ApplicationSummary> = {}): ApplicationSummary => ({
  number,
  service: { slug: 'detskiy-sad', title: 'Постановка на учёт', short: 'Детский сад' },
  agency: { slug: 'obrazovanie', title: 'Комитет по образованию' },
  state: 'registered',
  titles: {},
  submittedAt: '2026-11-21T05:00:00.000Z',
  dueOn: '2026-12-07',
  daysLeft: { value: 5, unit: 'workingDay' },
  overdue: false,
  rated: false,
  unread: 0,
  ...change,
});
const rows = (sources: Partial<Sources>) =>
  rowsOf({ stored: [], notes: new Map(), titles: new Map(), ...sources });

const [ONE, TWO, THREE] = ['22-2026-000001', '22-2026-000002', '22-2026-000003'];

describe('the list of applications', () => {
  it('has each case once, with the code of the device and the state of the portal', () => {
    const [row, ...others] = rows({
      stored: [receiptOf(ONE)],
      account: { items: [listed(ONE, { state: 'checked' })], at: 1 },
    });
    expect(others).toEqual([]);
    expect(row?.kase).toMatchObject({
      number: ONE,
      code: 'ACDEF-GHJKM',
      isInAccount: true,
      status: { state: 'checked' },
    });
  });

  it('begins with what waits for the citizen, and goes on with the newest', () => {
    const items = [
      listed(TWO, { need: { kind: 'pay' }, submittedAt: '2026-10-01T05:00:00.000Z' }),
      listed(THREE, { submittedAt: '2026-11-25T05:00:00.000Z' }),
    ];
    const draft = { ...newDraft('detskiy-sad', 'v1'), savedAt: Date.parse('2026-11-24') };
    const all = rows({ stored: [draft, receiptOf(ONE)], account: { items, at: 1 } });
    expect(all.map(({ key }) => key)).toEqual([TWO, THREE, 'detskiy-sad', ONE]);
    expect(all.map(({ group }) => group)).toEqual(['waiting', 'going', 'drafts', 'going']);
  });

  it.each([
    ['a final state', listed(ONE, { state: 'ready', daysLeft: undefined }), 'done'],
    ['a state of a newer portal', listed(ONE, { state: 'archived', daysLeft: undefined }), 'done'],
    ['a need of a newer portal', listed(ONE, { need: { kind: 'sign' } }), 'waiting'],
    ['a question, at an older portal', listed(ONE, { state: 'asked', titles: undefined }), 'waiting'],
    ['a refusal that was mended', listed(ONE, { state: 'refused', daysLeft: undefined }), 'done'],
  ])('puts into its group: %s', (_, item, group) => {
    expect(rows({ account: { items: [item], at: 1 } })[0]?.group).toBe(group);
  });

  it('shows how a case stood, and what the citizen calls it', () => {
    const notes = new Map([
      [ONE, { name: 'детский сад, Маша', known: { status: listed(ONE), at: 7 } }],
      ['detskiy-sad~1', { name: 'Петя' }],
    ]);
    const draft = { ...newDraft('detskiy-sad~1', 'v1'), savedAt: 1 };
    const titles = new Map([['detskiy-sad', 'Детский сад']]);
    const all = rows({ stored: [receiptOf(ONE), draft], notes, titles });
    expect(all.map(({ name, title, service }) => [name, title, service])).toEqual([
      ['детский сад, Маша', 'Детский сад', 'detskiy-sad'],
      ['Петя', 'Детский сад', 'detskiy-sad'],
    ]);
    expect(all[0]?.kase).toMatchObject({ at: 7, isInAccount: false });
  });

  it.each([
    ['маша', [ONE]],
    ['Сад  Детский', [ONE, TWO]],
    ['№ 22-2026-000002', [TWO]],
    ['000001', [ONE]],
    ['22 2026 000002', [TWO]],
    ['ёлка', [TWO]],
    ['', [ONE, TWO]],
    ['паспорт', []],
  ])('is searched for «%s»', (query, found) => {
    const notes = new Map([
      [ONE, { name: 'Маша' }],
      [TWO, { name: 'Елка' }],
    ]);
    const all = rows({ notes, account: { items: [listed(ONE), listed(TWO)], at: 1 } });
    expect(findRows(all, query).map(({ key }) => key)).toEqual(found);
  });
});
