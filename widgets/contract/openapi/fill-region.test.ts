import { describe, expect, it } from 'vitest';

import { ALTAI, PRIMERSKAYA } from '../region/regions-for-tests.ts';
import { fillRegion } from './fill-region.ts';
import { writeOpenApi } from './openapi.ts';
import { writeApiReference } from './api-reference.ts';

describe('fillRegion', () => {
  it('puts the data of the region into every text, however deep', () => {
    const value = {
      title: 'Портал {regionGenitive}',
      examples: [{ number: '{regionCode}-2026-000001' }, ['{region}, г. {centre}', 'центр {centreGenitive}']],
      count: 3,
    };
    expect(fillRegion(value, PRIMERSKAYA)).toEqual({
      title: 'Портал Примерской области',
      examples: [{ number: '99-2026-000001' }, ['Примерская область, г. Примерск', 'центр Примерска']],
      count: 3,
    });
  });

  it.each([
    ['Asia/Barnaul', '+07:00'],
    ['Asia/Kamchatka', '+12:00'],
    ['Etc/GMT', '+00:00'],
    ['America/St_Johns', '-03:30'],
  ])('knows the offset of %s', (timeZone, offset) => {
    expect(fillRegion('2026-11-23T09:00:00{offset}', { ...ALTAI, timeZone })).toBe(
      `2026-11-23T09:00:00${offset}`,
    );
  });

  it('leaves the parameters of an address as they are', () => {
    expect(fillRegion('/applications/{number}', ALTAI)).toBe('/applications/{number}');
  });
});

describe('the contract of another region', () => {
  const texts = [
    JSON.stringify(writeOpenApi(PRIMERSKAYA)),
    JSON.stringify([writeApiReference(PRIMERSKAYA).groups, writeApiReference(PRIMERSKAYA).shapes]),
  ];

  it('names this region and no other', () => {
    for (const text of texts) {
      expect(text).toContain('99-2026-000001');
      expect(text).toContain('г. Примерск,');
      expect(text).not.toMatch(/Алтайск|Барнаул|22-2026|\+07:00/);
    }
    expect(writeOpenApi(PRIMERSKAYA).info.title).toBe('Портал услуг Примерской области');
  });

  it('has every placeholder filled', () => {
    for (const text of texts) expect(text).not.toMatch(/\{(?:region|centre|offset)/);
  });
});
