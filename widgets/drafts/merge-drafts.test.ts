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

/** A draft with answers that were given at these times: `{ lastName: ['Примерова', 5] }`. */
const draftOf = (
  answers: Record<string, [value: unknown, time: number]>,
  others: Draft['others'] = {},
): Draft => ({
  ...KEPT,
  values: Object.fromEntries(Object.entries(answers).map(([name, [value]]) => [name, value])),
  changedAt: Object.fromEntries(Object.entries(answers).map(([name, [, time]]) => [name, time])),
  others,
});
const fileOf = (name: string) => ({ name, size: 1, type: 'image/png' });

describe('the answers of two tabs', () => {
  const seen = draftOf({ lastName: ['П', 1], firstName: ['А', 1] });
  const merge = (draft: Draft, stored: Draft, known: Draft | undefined = seen) => {
    const { values, changedAt, others } = mergeDrafts(draft, stored, { seen: known });
    return { values, changedAt, others };
  };

  it('are merged each by itself: what only one tab has changed is taken from that one', () => {
    const draft = draftOf({ lastName: ['Примерова', 5], firstName: ['А', 1] });
    const stored = draftOf({ lastName: ['П', 1], firstName: ['Анна', 4], email: ['a@b.ru', 4] });
    expect(merge(draft, stored)).toEqual({
      values: { lastName: 'Примерова', firstName: 'Анна', email: 'a@b.ru' },
      changedAt: { lastName: 5, firstName: 4, email: 4 },
      others: {},
    });
  });

  it('are the later ones where both have changed them, and the earlier ones are noted', () => {
    const [early, late] = [draftOf({ lastName: ['Щукина', 4] }), draftOf({ lastName: ['Примерова', 5] })];
    for (const merged of [merge(early, late), merge(late, early)])
      expect(merged).toEqual({
        values: { lastName: 'Примерова' },
        changedAt: { lastName: 5 },
        others: { lastName: ['Щукина'] },
      });
  });

  it('are noted once, and not where both are the same or the earlier one is empty', () => {
    const late = draftOf({ lastName: ['Примерова', 5] }, { lastName: ['Щукина'] });
    expect(merge(late, draftOf({ lastName: ['Щукина', 4] })).others).toEqual({ lastName: ['Щукина'] });
    for (const value of ['Примерова', '', undefined])
      expect(
        merge(draftOf({ lastName: ['Примерова', 5] }), draftOf({ lastName: [value, 4] })).others,
      ).toEqual({});
  });

  it('may be emptied in one tab, and what the other tab has typed is noted', () => {
    expect(merge(draftOf({ lastName: ['', 5] }), draftOf({ lastName: ['П', 1] })).values).toEqual({
      lastName: '',
    });
    expect(merge(draftOf({ lastName: ['', 5] }), draftOf({ lastName: ['Щукина', 4] }))).toMatchObject({
      values: { lastName: '' },
      others: { lastName: ['Щукина'] },
    });
  });

  it('are not noted any more when one of the tabs has settled it, but for those that are new', () => {
    const known = draftOf({}, { lastName: ['Щукина'] });
    expect(merge(draftOf({}), known, known).others).toEqual({});
    expect(merge(known, draftOf({}), known).others).toEqual({});
    const more = draftOf({}, { lastName: ['Щукина', 'Окунева'] });
    expect(merge(draftOf({}), more, known).others).toEqual({ lastName: ['Окунева'] });
  });

  it('have the files of both, each once', () => {
    const [one, two, three] = ['1.png', '2.png', '3.png'].map(fileOf);
    const known = draftOf({ files: [[one], 1] });
    expect(merge(draftOf({ files: [[one, two], 5] }), draftOf({ files: [[one, three], 4] }), known)).toEqual({
      values: { files: [one, two, three] },
      changedAt: { files: 6 },
      others: {},
    });
    // A file that one tab has removed is not put back by a tab that has done nothing.
    expect(merge(known, draftOf({ files: [[], 4] }), known).values).toEqual({ files: [] });
  });

  it('have files that the browser holds, each once, also where one of them is uploaded by now', () => {
    const [one, two] = ['1.png', '2.png'].map((name) => new File(['1'], name, { type: 'image/png' }));
    const known = draftOf({ files: [[], 1] });
    const merged = merge(draftOf({ files: [[one], 5] }), draftOf({ files: [[two], 4] }), known);
    expect(merged.values).toEqual({ files: [one, two] });
    const uploaded = { id: '1', ...fileOf('1.png') };
    const both = merge(draftOf({ files: [[uploaded], 5] }), draftOf({ files: [[one, two], 4] }), known);
    expect(both.values).toEqual({ files: [uploaded, two] });
  });

  it('of a tab that has never seen the draft are its own as far as it has typed', () => {
    const merged = mergeDrafts(
      { ...draftOf({ lastName: ['Примерова', 5] }), savedAt: 0 },
      draftOf({ lastName: ['Щукина', 4], firstName: ['Анна', 4] }),
    );
    expect(merged.values).toEqual({ lastName: 'Примерова', firstName: 'Анна' });
    expect(merged.others).toEqual({ lastName: ['Щукина'] });
  });
});
