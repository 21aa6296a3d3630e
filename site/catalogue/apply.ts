import type { Municipality } from './municipality.ts';
import type { Service } from './service.ts';

/** A page of a municipality's own site where the application form stands. */
export interface ApplyPage {
  /** Of the municipality: «Примерск». */
  title: string;
  /** Of its page, with the host. */
  url: string;
}

/** Where the main button of a card leads. */
export type ApplyTarget =
  /** Straight to the one page that has the form. */
  | { kind: 'page'; url: string; title: string }
  /** To the choice of a municipality; the form stands there too. */
  | { kind: 'choose'; url: string }
  /** The answer is given at once by the federal portal. */
  | { kind: 'instant'; url: string }
  /** There is no form here: whom to turn to. */
  | { kind: 'contacts'; url: string };

/**
 * The pages of all municipalities that have one; the last is the demonstration municipality's, where `demoHost` is its address.
 *
 * @example applyPages([{ title: 'Бийск', applyPage: undefined }], 'http://localhost:4323/')
 * // [{ title: 'Усть-Примерный район (пример)', url: 'http://localhost:4323/' }]
 */
export function applyPages(
  municipalities: readonly Pick<Municipality, 'title' | 'applyPage'>[],
  demoHost?: string,
): ApplyPage[] {
  const pages = municipalities.flatMap(({ title, applyPage }) =>
    applyPage ? [{ title, url: applyPage }] : [],
  );
  return demoHost ? [...pages, { title: 'Усть-Примерный район (пример)', url: demoHost }] : pages;
}

/**
 * The address of a municipality's page with the form of one service open.
 *
 * @example applyUrl('https://primersk.ru/uslugi/', 'detskiy-sad') // 'https://primersk.ru/uslugi/?service=detskiy-sad'
 */
export function applyUrl(page: string, slug: string): string {
  const url = new URL(page);
  url.searchParams.set('service', slug);
  return url.href;
}

/**
 * Where «Подать заявление» leads for one service, given the pages that have the form and the address of the federal portal: to
 * the one page with the form, or to the choice among several.
 */
export function applyTargetOf(
  { slug, online, hasForm }: { slug: string; online: Service['online']['kind']; hasForm: boolean },
  pages: readonly ApplyPage[],
  federalPortal: string,
): ApplyTarget {
  if (online === 'instant') return { kind: 'instant', url: federalPortal };
  if (!hasForm) return { kind: 'contacts', url: `/services/${slug}/contacts/` };
  const [page, ...others] = pages;
  if (!page || others.length) return { kind: 'choose', url: `/services/${slug}/apply/` };
  return { kind: 'page', url: applyUrl(page.url, slug), title: page.title };
}
