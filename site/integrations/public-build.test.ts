import { describe, expect, it } from 'vitest';

import { publicBuildFaults } from './public-build.ts';

const GOOD = {
  site: 'https://uslugi.krai.ru/catalog/',
  portal: 'https://portal.krai.ru',
  demoHost: undefined,
  isChecked: true,
};

describe('a build for citizens', () => {
  it('goes on with a real portal and checked content', () => {
    expect(publicBuildFaults(GOOD)).toEqual([]);
  });

  it.each([
    [{ portal: undefined }, /^OKNO_PORTAL не задан.*OKNO_PORTAL=https/u],
    [{ portal: 'http://localhost:4322' }, /^OKNO_PORTAL=http:\/\/localhost:4322/u],
    [{ demoHost: 'http://localhost:4323/' }, /Уберите OKNO_DEMO_HOST$/u],
    [{ isChecked: false }, /region\.yaml.*«проверено: да»$/u],
  ])('stops with %o, and says what to set', (other, message) => {
    expect(publicBuildFaults({ ...GOOD, ...other })).toEqual([expect.stringMatching(message)]);
  });

  it('may be a demonstration on this machine', () => {
    const here = { site: 'http://localhost:4321/', portal: undefined, demoHost: 'http://localhost:4323/' };
    expect(publicBuildFaults({ ...here, isChecked: false })).toEqual([]);
  });
});
