import { listAddress, pageCount } from '../catalogue/service-lists.ts';
import { collectionEntries } from './entries.ts';
import { serviceGroups } from './service-lists.ts';

/** Pages that stand alone. `/search/` has nothing without the visitor. */
const SINGLE = [
  ...['/', '/services/', '/services/by/', '/life-events/', '/agencies/', '/places/', '/municipalities/'],
  ...['/my/', '/status/', '/complain/', '/rate/', '/guide/', '/glossary/', '/acts/', '/addresses/'],
  '/developers/',
];

/** Every page that a search engine should know, and the day when its content was last changed, where the content says it. */
export async function everyPage(): Promise<{ path: string; updated?: string }[]> {
  const collections = ['agencies', 'life-events', 'guide'] as const;
  const [services, groups, ...others] = await Promise.all([
    collectionEntries('services'),
    serviceGroups(),
    ...collections.map((collection) => collectionEntries(collection)),
  ]);
  return [
    ...SINGLE.map((path) => ({ path })),
    ...services.map(({ id, data }) => ({ path: `/services/${id}/`, updated: data.updated })),
    ...services.flatMap(({ id, data }) => (data.online.instant ? [{ path: `/instant/${id}/` }] : [])),
    ...others.flatMap((entries, i) => entries.map(({ id }) => ({ path: `/${collections[i] ?? ''}/${id}/` }))),
    ...groups.flatMap(({ list, services: listed }) =>
      Array.from({ length: pageCount(listed.length) }, (_, i) => ({ path: listAddress(list, i + 1) })),
    ),
  ].filter(({ path }, i, all) => path !== '/services/' || all.findIndex((one) => one.path === path) === i);
}
