import { describe, expect, it } from 'vitest';

import { findNearest } from './nearest.ts';

const TAGS = ['okno-application-form', 'okno-complaint-form', 'okno-rating-form', 'okno-status-tracker'];

describe('findNearest', () => {
  it.each([
    ['okno-aplication-form', 'okno-application-form'],
    ['okno-application', 'okno-application-form'],
    ['okno-statustracker', 'okno-status-tracker'],
    ['okno-ratign-from', 'okno-rating-form'],
    // The «о» of «form» is Cyrillic.
    ['okno-rating-fоrm', 'okno-rating-form'],
    ['okno-kalkulyator', undefined],
    ['okno-', undefined],
    ['', undefined],
  ])('of %s is %s', (typed, nearest) => {
    expect(findNearest(typed, TAGS)).toBe(nearest);
  });
});
