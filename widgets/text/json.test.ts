import { afterEach, describe, expect, it } from 'vitest';

import { writeJson } from './json.ts';

const DATA = { text: 'Ёлка «1»', list: ['a', { b: null }], flag: false, missing: undefined, none: [] };

/** Gives all values of a kind a `toJSON`, as old libraries do. */
function addToJson(prototype: object): void {
  Object.defineProperty(prototype, 'toJSON', { value: () => 'wrong', configurable: true, writable: true });
}

describe('JSON that is sent', () => {
  const plain = JSON.stringify(DATA);

  afterEach(() => {
    for (const { prototype } of [Array, Object, String]) delete (prototype as { toJSON?: unknown }).toJSON;
  });

  it('is that of the language', () => {
    expect(writeJson(DATA)).toBe(plain);
    expect(writeJson('text')).toBe('"text"');
  });

  it.each([
    ['Array', Array.prototype],
    ['Object', Object.prototype],
    ['String', String.prototype],
  ])('ignores a toJSON of %s', (_, prototype) => {
    addToJson(prototype);
    expect(writeJson(DATA)).toBe(plain);
    expect(writeJson([DATA])).toBe(`[${plain}]`);
  });
});
