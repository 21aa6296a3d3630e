import { describe, expect, it } from 'vitest';

import { prefixEditDistance } from './edit-distance.ts';

describe('prefixEditDistance', () => {
  it.each([
    ['барнвул', 'барнаул', 1],
    ['бранаул', 'барнаул', 1],
    ['барнаал', 'барнаульская', 1],
    ['бнаул', 'барнаул', 2],
    ['москва', 'барнаул', Infinity],
    ['барнаулбарнаул', 'барнаул', Infinity],
  ])('of «%s» to «%s» are %d', (typed, word, edits) => {
    expect(prefixEditDistance(typed, word, 2)).toBe(edits);
  });
});
