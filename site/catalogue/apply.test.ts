import { describe, expect, it } from 'vitest';

import { applyPages, applyTarget } from './apply.ts';

const demo = 'http://localhost:4323/';
const biysk = { title: 'город Бийск', applyPage: 'https://example.ru/zayavleniya?menu=4' };

describe('applyTarget', () => {
  it('leads straight to the one page that is known', () => {
    expect(
      applyTarget('detskiy-sad', { online: 'application', hasForm: true }, applyPages([], demo)),
    ).toEqual({
      kind: 'page',
      url: 'http://localhost:4323/?service=detskiy-sad',
      title: 'Усть-Примерный район (пример)',
    });
  });

  it('keeps what the address of the page has already', () => {
    expect(applyTarget('detskiy-sad', { online: 'full', hasForm: true }, applyPages([biysk]))).toMatchObject({
      url: 'https://example.ru/zayavleniya?menu=4&service=detskiy-sad',
    });
  });

  it.each([
    ['no page', applyPages([{ title: 'город Яровое', applyPage: undefined }])],
    ['several pages', applyPages([biysk], demo)],
  ])('leads to the choice where there is %s', (_, pages) => {
    expect(applyTarget('detskiy-sad', { online: 'application', hasForm: true }, pages)).toEqual({
      kind: 'choose',
      url: '/services/detskiy-sad/apply/',
    });
  });

  it('says whom to turn to where there is no form', () => {
    expect(
      applyTarget('zags-brak', { online: 'application', hasForm: false }, applyPages([], demo)).url,
    ).toBe('/services/zags-brak/contacts/');
  });

  it('leads to the federal portal for an instant answer', () => {
    expect(applyTarget('shtrafy-gibdd', { online: 'instant', hasForm: false }, [])).toEqual({
      kind: 'instant',
      url: 'https://www.gosuslugi.ru',
    });
  });
});
