import { describe, expect, it } from 'vitest';

import { agencyGroupTitles, agencyKindTitle } from './titles.ts';

describe('the word for a region', () => {
  const region = { short: { genitive: 'области', prepositional: 'области' } };

  it('stands in what its agencies are called', () => {
    expect(agencyKindTitle('regional', region)).toBe('орган области');
    expect(agencyKindTitle('mfc', region)).toBe('многофункциональный центр');
    expect(agencyGroupTitles(region)).toMatchObject({
      regional: 'Органы власти области',
      federal: 'Федеральные органы в области',
    });
  });
});
