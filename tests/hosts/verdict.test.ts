import { describe, expect, it } from 'vitest';

import { readCorpus, type Host } from './corpus.ts';
import type { VisitReport } from './in-page/visit.ts';
import { judgeVisit, lineOf, tableOf } from './verdict.ts';

const HOST: Host = {
  name: 'float',
  why: '',
  html: '',
  ...{ headers: {}, charset: 'utf-8', mayRefuse: false, variants: [], room: 280 },
};
const GOOD: VisitReport = {
  ...{ outcome: 'sent', words: '22-2026-000001', refused: '', silent: '', wrong: '' },
  ...{ width: 720, narrowest: 'okno-rating-form', contrast: 6.4, faintest: 'Адрес' },
  ...{ fontSize: 13, smallest: 'плохо' },
};
const SAME = { stored: '{"address":"1"}', expected: '{"address":"1"}' };
const faultsOf = (change: Partial<VisitReport>, host: Partial<Host> = {}, applications = SAME) =>
  judgeVisit({ ...HOST, ...host }, { ...GOOD, ...change }, applications).faults;

describe('a visit of a host page', () => {
  it('is right where all widgets are seen and the same application arrives', () => {
    expect(faultsOf({})).toEqual([]);
  });

  it.each<[what: string, change: Partial<VisitReport>, fault: string]>([
    ['a widget is narrow', { width: 0 }, 'okno-rating-form: ширина 0 px'],
    ['a text is faint', { contrast: 1.28 }, 'контраст 1.28:1, Адрес'],
    ['a text is small', { fontSize: 8 }, 'кегль 8.0 px, плохо'],
    ['it does not go on', { outcome: 'stuck', words: 'не дождались: файл' }, 'не дождались: файл'],
    ['a widget does not open', { refused: 'okno-rating-form' }, 'не открылись: okno-rating-form'],
    ['a widget is empty', { silent: 'okno-rating-form' }, 'ни вопроса, ни объяснения: okno-rating-form'],
    ['the page itself says so', { wrong: 'форма страницы ушла' }, 'форма страницы ушла'],
  ])('is wrong where %s', (_, change, fault) => {
    expect(faultsOf(change)).toEqual([fault]);
  });

  it('is wrong where another application arrives, or none', () => {
    const [other] = faultsOf({}, {}, { ...SAME, stored: '{"address":"2"}' });
    expect(other).toContain('"2"');
    expect(faultsOf({}, {}, { ...SAME, stored: '' })).toHaveLength(1);
  });

  it('is right where the widgets refuse, if the page spoils what they need', () => {
    const refusal = { outcome: 'refused', words: 'Скрипты этой страницы мешают форме.' } as const;
    expect(faultsOf(refusal, { mayRefuse: true })).toEqual([]);
    expect(faultsOf(refusal)).toHaveLength(1);
  });

  it('is wrong where the portal is blamed, which works', () => {
    const blame = { outcome: 'refused', words: 'Форма не открывается: нет связи с порталом.' } as const;
    expect(faultsOf(blame, { mayRefuse: true })).toHaveLength(1);
  });

  it('takes a narrow column as it is', () => {
    expect(faultsOf({ width: 240 }, { room: 240 })).toEqual([]);
  });

  it('is a line of a table, and a line for each fault', () => {
    const judgement = judgeVisit(HOST, { ...GOOD, width: 0 }, SAME);
    expect(lineOf({ ...judgement, host: 'float', milliseconds: 1500 })).toBe(
      `✗ float                        0 px   6.40:1  13.0 px    1.5 с  та же\n    okno-rating-form: ширина 0 px`,
    );
  });
});

describe('the table', () => {
  it('has a line for each host, and a column for each browser', () => {
    const verdict = { host: 'float', milliseconds: 0 };
    const results = new Map([
      ['chromium', [{ ...verdict, faults: [], cells: ['', '', '', 'отказ: «Скрипты мешают.»'] }]],
      ['webkit', [{ ...verdict, faults: ['узко'], cells: ['', '', '', 'та же'] }]],
    ]);
    const words = tableOf(results).split(/\s+/).filter(Boolean);
    expect(words).toEqual(['chromium', 'webkit', 'float', 'отказ', '✗']);
  });
});

describe('the corpus', () => {
  it('says of each host why it is there, and has a place for the widgets', () => {
    for (const { why, html } of readCorpus()) {
      expect(why.length).toBeGreaterThan(20);
      expect(html).toMatch(/\{\{widgets?\}\}/);
    }
  });
});
