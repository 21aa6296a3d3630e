import { describe, expect, it } from 'vitest';

import { clean } from './clean.ts';

describe('clean', () => {
  it.each([
    ['a mark of direction around a telephone', '\u202d+7 903\u202c', '+7 903'],
    ['an isolate', '\u2066Анна\u2069', 'Анна'],
    ['a zero-width space', '8\u200b903', '8903'],
    ['a zero-width joiner', 'Ан\u200dна', 'Анна'],
    ['a byte-order mark', '\ufeffАнна', 'Анна'],
    ['a soft hyphen', 'Пе\u00adтрова', 'Петрова'],
    ['a word joiner', 'Анна\u2060', 'Анна'],
    ['a tag character', 'Анна\u{e0041}', 'Анна'],
    ['a variation selector', '8\ufe0f', '8'],
    ['NUL', 'Анна\u0000Мария', 'АннаМария'],
    ['half of a pair', 'Анна\ud83d', 'Анна'],
    ['the second half of a pair', '\udc00Анна', 'Анна'],
    ['a Hangul filler', '\u3164', ''],
    ['a half-width filler', '\uffa0', ''],
    ['a blank of Braille', '\u2800', ''],
    ['a bullet of Word’s own font', '\uf0b7 справка', 'справка'],
    ['a picture that was not pasted', '\ufffcАнна', 'Анна'],
    ['a no-break space', 'ул.\u00a0Мира', 'ул. Мира'],
    ['a narrow, a thin and an ideographic space', '1\u202f2\u20093\u30004', '1 2 3 4'],
    ['a tab and several spaces', ' Анна \t  Мария ', 'Анна Мария'],
    ['spaces around what is invisible', 'Анна \u200b Мария', 'Анна Мария'],
    ['line breaks of Windows and of Unicode', 'раз\r\nдва\u2028три', 'раз\nдва\nтри'],
    ['spaces at the ends of lines', 'раз \n  два', 'раз\nдва'],
    ['an empty line', 'раз\n\nдва', 'раз\n\nдва'],
    ['letters in two parts', 'Сергеи\u0306 Королё\u0301в', 'Сергей Королё\u0301в'.normalize()],
    ['full-width characters', '＋７（９０３）', '+7(903)'],
    ['digits of another script', '٨ ۹ ९ 𝟗', '8 9 9 9'],
    ['an astral letter', 'Анна 😀', 'Анна 😀'],
    ['signs that mean something', '№ 5, ½ м², «да»', '№ 5, ½ м², «да»'],
  ])('mends %s', (_, typed, cleaned) => {
    expect(clean(typed)).toBe(cleaned);
    expect(clean(cleaned)).toBe(cleaned);
  });

  it.each(Array.from('‐‑‒–—―−⁃˗⁻₋﹘﹣－─➖⸺', (dash) => [dash]))('makes %s a dash', (dash) => {
    expect(clean(`Анна${dash}Мария`)).toBe('Анна-Мария');
  });
});
