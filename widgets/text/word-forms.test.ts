import { describe, expect, it } from 'vitest';

import { areFormsOfOneWord, beginningOfForms } from './word-forms.ts';

describe('areFormsOfOneWord', () => {
  it.each([
    ['целинного', 'целинный'],
    ['молодежной', 'молодежная'],
    ['барнауле', 'барнаул'],
    ['бочкарях', 'бочкари'],
    ['переулка', 'переулок'],
    ['череповце', 'череповец'],
    ['края', 'край'],
    ['области', 'область'],
  ])('knows «%s» for «%s»', (form, word) => {
    expect(areFormsOfOneWord(form, word)).toBe(true);
    expect(areFormsOfOneWord(word, form)).toBe(true);
    expect(word.startsWith(beginningOfForms(form))).toBe(true);
  });

  it.each([
    ['ленина', 'ленинская'],
    ['городская', 'город'],
    ['садовая', 'сад'],
    ['мира', 'мирная'],
    ['заречная', 'заря'],
  ])('does not take «%s» for «%s»', (a, b) => {
    expect(areFormsOfOneWord(a, b)).toBe(false);
  });
});
