import { describe, expect, it } from 'vitest';

import { groupByKind } from './groups.ts';

describe('groupsOf', () => {
  it('keeps the order of the titles and of the things, and leaves empty groups out', () => {
    const titles = { bird: 'Птицы', beast: 'Звери', fish: 'Рыбы' };
    const things = [
      { name: 'лев', kind: 'beast' },
      { name: 'сова', kind: 'bird' },
      { name: 'волк', kind: 'beast' },
    ] as const;
    expect(groupByKind(things, titles, ({ kind }) => kind)).toEqual([
      { title: 'Птицы', members: [things[1]] },
      { title: 'Звери', members: [things[0], things[2]] },
    ]);
  });
});
