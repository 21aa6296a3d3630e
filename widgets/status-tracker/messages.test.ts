import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { en } from './messages.en.ts';
import { ru } from './messages.ts';

const REGION = 'Asia/Barnaul';

describe('times of the status tracker', () => {
  const zone = process.env['TZ'];
  beforeAll(() => {
    process.env['TZ'] = 'Pacific/Honolulu';
  });
  afterAll(() => {
    process.env['TZ'] = zone;
  });

  it('are those of the region, wherever the browser is', () => {
    const at = Date.parse('2026-11-28T20:30:00Z');
    expect(new Date(at).getHours()).toBe(10);
    expect(ru.refreshed(at, REGION)).toBe('Обновлено в 03:30');
    expect(en.refreshed(at, REGION)).toBe('Refreshed at 03:30');
    expect(ru.moment('2026-11-28T20:30:00Z', REGION)).toContain('29 ноября');
    expect(en.moment('2026-11-28T20:30:00Z', REGION)).toContain('29 November');
    expect(ru.until('2026-11-28')).toBe('до 28 ноября');
  });
});
