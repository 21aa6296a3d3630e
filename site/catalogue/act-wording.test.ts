import { describe, expect, it } from 'vitest';

import { actInWords } from './act-wording.ts';

const plain = (words: string | undefined) => words?.replace(/\s/g, ' ');

describe('acts in words', () => {
  it('cites an act by kind, date and number', () => {
    const act = {
      kind: 'federalLaw',
      title: 'Об организации',
      number: '210-ФЗ',
      date: '2010-07-27',
      link: undefined,
      checked: true,
    } as const;
    expect(plain(actInWords(act, 'Примерской области'))).toBe(
      'Федеральный закон от 27 июля 2010 г. № 210-ФЗ «Об организации»',
    );
    const order = {
      ...act,
      kind: 'order',
      title: 'О порядке «приёма» (Минпросвещения России)',
      date: undefined,
    } as const;
    expect(actInWords({ ...order, number: '236' }, 'Примерской области')).toBe(
      'Приказ Минпросвещения России № 236 «О порядке „приёма“»',
    );
    expect(actInWords({ ...act, kind: 'code', title: 'Жилищный кодекс' }, 'Примерской области')).toBe(
      'Жилищный кодекс',
    );
    expect(plain(actInWords({ ...act, kind: 'regionalLaw', number: '98-ЗС' }, 'Примерской области'))).toBe(
      'Закон Примерской области от 27 июля 2010 г. № 98-ЗС «Об организации»',
    );
  });
});
