import { describe, expect, it } from 'vitest';

import { parseConfig } from './config.ts';

const URL_OF_CONFIG = new URL('https://catalogue.example/widgets/okno.json');
const CONFIG = {
  portal: 'https://portal.example',
  region: { code: '99', timeZone: 'Asia/Kamchatka' },
  contact: { phone: '122' },
  consent: { version: '1' },
};

describe('parseConfig', () => {
  it('knows the region, and what numbers of cases look like there', () => {
    expect(parseConfig(CONFIG, URL_OF_CONFIG).region).toEqual({
      exampleCaseNumber: '99-2026-004217',
      timeZone: 'Asia/Kamchatka',
    });
  });

  it('looks beside itself for what is not named, and there for what is', () => {
    const { addresses, forms, catalogue, consent } = parseConfig(
      { ...CONFIG, forms: '/questions/' },
      URL_OF_CONFIG,
    );
    expect([addresses, forms, catalogue, consent.url].map(({ href }) => href)).toEqual([
      'https://catalogue.example/widgets/addresses/',
      'https://catalogue.example/questions/',
      'https://catalogue.example/widgets/catalogue.json',
      'https://portal.example/consents/1',
    ]);
  });

  it.each([
    ['portal', 'javascript:alert(1)'],
    ['portal', '\tjava\nscript:alert(1)'],
    ['portal', 'data:text/html,1'],
    ['portal', 'portal.example'],
    ['portal', '/v1/'],
    ['forms', 'blob:https://catalogue.example/1'],
    ['catalogue', ' javascript:alert(1)'],
  ])('refuses what is no address of a site: %s at %s', (path, value) => {
    expect(() => parseConfig({ ...CONFIG, [path]: value }, URL_OF_CONFIG)).toThrow(
      `okno.json: "${path}" is no address of a site: ${value}`,
    );
  });

  it.each([
    ['portal', null],
    ['portal', 'okno'],
    ['portal', { ...CONFIG, portal: '' }],
    ['region.code', { ...CONFIG, region: undefined }],
    ['region.timeZone', { ...CONFIG, region: { code: '99' } }],
    ['contact.phone', { ...CONFIG, contact: { phone: 122 } }],
    ['consent.version', { ...CONFIG, consent: {} }],
  ])('names what is missing: %s', (path, data) => {
    expect(() => parseConfig(data, URL_OF_CONFIG)).toThrow(`okno.json: "${path}" is missing`);
  });
});
