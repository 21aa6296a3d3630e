import type { Municipality } from './municipality.ts';
import type { Service } from './service.ts';

/** A page of a municipality's own site where the application form stands. */
export interface ApplyPage {
  /** Title of the municipality: «Примерск». */
  title: string;
  /** Address of the page: `https://primersk.ru/uslugi/`. */
  url: string;
}

/** Where the main button of a card leads. */
export type ApplyTarget =
  /** To the page with the form: only one municipality has one. */
  | { kind: 'page'; url: string; title: string }
  /** To a page of the catalogue where one chooses a municipality. The form stands there too. */
  | { kind: 'choose'; url: string }
  /** To the page of the catalogue where the portal answers at once. */
  | { kind: 'instant'; url: string }
  /** To the federal portal, which answers at once. */
  | { kind: 'federal'; url: string }
  /** To the page that says whom to turn to: the service has no form. */
  | { kind: 'contacts'; url: string };

/**
 * The pages of all municipalities that have one. If `demoHost` is given, it is the address of a demonstration municipality, whose
 * page comes last.
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
 * Where «Подать заявление» leads for one service. `pages` are all pages with the form; `federalPortal` is the address of the
 * federal portal.
 */
export function applyTargetOf(
  {
    slug,
    online,
    hasForm,
  }: { slug: string; online: Pick<Service['online'], 'kind' | 'instant'>; hasForm: boolean },
  pages: readonly ApplyPage[],
  federalPortal: string,
): ApplyTarget {
  if (online.kind === 'instant')
    return online.instant
      ? { kind: 'instant', url: `/instant/${slug}/` }
      : { kind: 'federal', url: federalPortal };
  if (!hasForm) return { kind: 'contacts', url: `/services/${slug}/#contacts` };
  const [page, ...otherPages] = pages;
  if (!page || otherPages.length) return { kind: 'choose', url: `/services/${slug}/apply/` };
  return { kind: 'page', url: applyUrl(page.url, slug), title: page.title };
}
