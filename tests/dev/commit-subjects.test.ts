import { describe, expect, it } from 'vitest';

import { subjectProblemOf, subjectIn, subjectsSinceTheRule } from './commit-subjects.ts';

const GOOD = 'fix(rating-form): keep the answer when sending fails';

describe('the subject of a commit', () => {
  it.each([GOOD, 'docs: journeys', `feat(site): ${'и'.repeat(60)}`, 'Merge branch', 'fixup! docs: journeys'])(
    'may be «%s»',
    (subject) => {
      expect(subjectProblemOf(subject)).toBeUndefined();
    },
  );

  it.each([`feat(site): ${'и'.repeat(61)}`, 'wip: forms', 'Mend the form', 'fix(rating-form):', ''])(
    'may not be «%s»',
    (subject) => {
      expect(subjectProblemOf(subject)).toBeDefined();
    },
  );

  it('is the first line of a message that is no comment', () => {
    expect(subjectIn(`\n# Please enter the commit message\n${GOOD}\n\nBody\n`)).toBe(GOOD);
    expect(subjectIn('# Nothing but comments')).toBe('');
  });

  it('is good in every commit since the rule', ({ skip }) => {
    const subjects = subjectsSinceTheRule();
    skip(!subjects, 'the history does not go back to the rule');
    expect(subjects?.map(subjectProblemOf).filter((fault) => fault !== undefined)).toEqual([]);
  });
});
