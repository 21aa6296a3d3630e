import { describe, expect, it } from 'vitest';

import { newDraft, type Draft } from './draft.ts';
import { mergeDrafts } from './merge-drafts.ts';

const KEPT: Draft<string, string> = { ...newDraft('service', 'v1'), savedAt: 1, sent: ['one'] };

describe('a draft that is kept from two tabs', () => {
  it('remembers what either has sent, its own last', () => {
    expect(mergeDrafts({ ...KEPT, sent: ['two'] }, KEPT).sent).toEqual(['one', 'two']);
    expect(mergeDrafts({ ...KEPT, sent: ['two', 'one'] }, KEPT).sent).toEqual(['two', 'one']);
  });

  it('forgets what the portal has refused, and only that', () => {
    const kept = { ...KEPT, sent: ['one', 'two'] };
    expect(mergeDrafts({ ...kept, sent: ['one'] }, kept, { refused: 'two' }).sent).toEqual(['one']);
  });

  it('stays as the portal has answered it, whatever is typed in the other tab', () => {
    const answered: typeof KEPT = { ...KEPT, sent: [], receipt: '22-2026-000001' };
    expect(mergeDrafts(answered, KEPT)).toEqual(answered);
    expect(mergeDrafts({ ...KEPT, values: { lastName: 'П' } }, answered)).toEqual(answered);
  });

  it('is one where both have begun it before it was kept', () => {
    const { key } = mergeDrafts(newDraft('service', 'v1'), KEPT);
    expect(key).toBe(KEPT.key);
  });

  it('is another where the one before was answered, or begun anew', () => {
    const fresh: typeof KEPT = newDraft('service', 'v1');
    expect(mergeDrafts(fresh, { ...KEPT, receipt: '22-2026-000001' })).toEqual(fresh);
    const later = { ...fresh, savedAt: 2 };
    expect(mergeDrafts(later, KEPT)).toEqual(later);
  });
});
