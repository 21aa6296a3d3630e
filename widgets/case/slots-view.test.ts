import { describe, expect, it } from 'vitest';

import { slotsByDay } from './slots-view.ts';

describe('free times', () => {
  it('stand under their day in the region, wherever the device is', () => {
    const slot = (startsAt: string) => ({ startsAt, endsAt: startsAt });
    const slots = ['2026-11-30T16:40:00Z', '2026-11-30T17:20:00Z'].map(slot);
    expect([...slotsByDay(slots, 'Asia/Barnaul').keys()]).toEqual(['2026-11-30', '2026-12-01']);
    expect([...slotsByDay(slots, 'Europe/Kaliningrad').keys()]).toEqual(['2026-11-30']);
  });
});
