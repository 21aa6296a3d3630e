import { describe, expect, it } from 'vitest';

import { splitWords } from './words.ts';

describe('splitWords', () => {
  it.each([
    ['Камень-на-Оби', ['камень', 'на', 'оби']],
    ['Ветеранов 2-я', ['ветеранов', '2', 'я']],
    ['Н.А.Берзегова', ['н', 'а', 'берзегова']],
    ['Ёлочка', ['елочка']],
    ['Йогач', ['йогач']],
    ['Лесозавода N2', ['лесозавода', '2']],
    ['нагорный 5', ['нагорный', '5']],
  ])('of «%s» are %j', (text, expected) => {
    expect(splitWords(text)).toEqual(expected);
  });
});
