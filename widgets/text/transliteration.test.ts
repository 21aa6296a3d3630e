import { describe, expect, it } from 'vitest';

import { toRussianLayout } from './keyboard-layout.ts';
import { fromTransliteration, isTransliterated } from './transliteration.ts';

describe('fromTransliteration', () => {
  it.each([
    ['Barnaul, ul. Molodezhnaya, d. 12', 'барнаул, ул. молодежная, д. 12'],
    ['Krasnoarmeyskaya', 'красноармейская'],
    ['Shchorsa', 'щорса'],
    ['Noviy pereulok', 'новий переулок'],
    ['Yuzhnyy', 'южный'],
    ['Oktyabr’skaya'.replace('’', "'"), 'октябрьская'],
    ['улица Lenina', 'улица ленина'],
  ])('makes «%s» «%s»', (latin, russian) => {
    expect(isTransliterated(latin)).toBe(true);
    expect(fromTransliteration(latin)).toBe(russian);
  });
});

describe('isTransliterated', () => {
  it.each(['ltncrbq cfl', ',fhyfek ktybyf 12', 'ekbwf vjkjlt;yfz', 'барн kty', '12a', 'Ленина 12 k2', ''])(
    'is false for «%s»',
    (typed) => {
      expect(isTransliterated(typed)).toBe(false);
      expect(toRussianLayout(typed)).toMatch(/^[^a-z]*$/);
    },
  );
});
