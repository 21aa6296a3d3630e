import { describe, expect, it } from 'vitest';

import { applyPages, applyTargetOf, type ApplyPage } from './apply.ts';
import type { Service } from './service.ts';

const demo = 'http://localhost:4323/';
const biysk = { title: 'город Бийск', applyPage: 'https://example.ru/zayavleniya?menu=4' };

const target = (
  slug: string,
  kind: Service['online']['kind'],
  hasForm: boolean,
  pages: readonly ApplyPage[],
) =>
  applyTargetOf({ slug, online: { kind, instant: undefined }, hasForm }, pages, 'https://www.gosuslugi.ru');

describe('applyTarget', () => {
  it('leads straight to the one page that is known', () => {
    expect(target('detskiy-sad', 'application', true, applyPages([], demo))).toEqual({
      kind: 'page',
      url: 'http://localhost:4323/?service=detskiy-sad',
      title: 'Усть-Примерный район (пример)',
    });
  });

  it('keeps what the address of the page has already', () => {
    expect(target('detskiy-sad', 'full', true, applyPages([biysk]))).toMatchObject({
      url: 'https://example.ru/zayavleniya?menu=4&service=detskiy-sad',
    });
  });

  it.each([
    ['no page', applyPages([{ title: 'город Яровое', applyPage: undefined }])],
    ['several pages', applyPages([biysk], demo)],
  ])('leads to the choice where there is %s', (_, pages) => {
    expect(target('detskiy-sad', 'application', true, pages)).toEqual({
      kind: 'choose',
      url: '/services/detskiy-sad/apply/',
    });
  });

  it('says whom to turn to where there is no form', () => {
    expect(target('zags-brak', 'application', false, applyPages([], demo)).url).toBe(
      '/services/zags-brak/#contacts',
    );
  });

  it('leads to the page with the answer where the portal gives it on the spot', () => {
    const online = { kind: 'instant', instant: 'fines' } as const;
    expect(
      applyTargetOf({ slug: 'shtrafy-gibdd', online, hasForm: false }, [], 'https://www.gosuslugi.ru'),
    ).toEqual({ kind: 'instant', url: '/instant/shtrafy-gibdd/' });
  });

  it('leads to the federal portal for any other instant answer', () => {
    expect(target('spravka', 'instant', false, [])).toEqual({
      kind: 'federal',
      url: 'https://www.gosuslugi.ru',
    });
  });
});
