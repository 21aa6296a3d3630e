import { getCollection, getEntry, type CollectionEntry, type CollectionKey } from 'astro:content';

import { applyPages, applyTarget, type ApplyPage, type ApplyTarget } from '../catalogue/apply.ts';

/** What pages fetch. Whatever is listed comes here in the order in which it is shown. */

export type ServiceEntry = CollectionEntry<'services'>;
export type AgencyEntry = CollectionEntry<'agencies'>;
export type PlaceEntry = CollectionEntry<'places'>;
export type MunicipalityEntry = CollectionEntry<'municipalities'>;

/** A service with all that its card shows besides its own facts. */
export interface Card {
  service: ServiceEntry;
  agency: AgencyEntry;
  participants: AgencyEntry[];
  lifeEvents: CollectionEntry<'life-events'>[];
  apply: ApplyTarget;
  hasForm: boolean;
}

const alphabet = new Intl.Collator('ru');

/** The entries of these names. The content check has made sure that they are there. */
export async function entries<C extends CollectionKey>(
  collection: C,
  ids: readonly string[],
): Promise<CollectionEntry<C>[]> {
  const all = await getCollection(collection);
  return ids.flatMap((id) => all.find((entry) => entry.id === id) ?? []);
}

export async function services(): Promise<ServiceEntry[]> {
  const all = await getCollection('services');
  return all.sort((a, b) => alphabet.compare(a.data.short, b.data.short));
}

/** Services with a place among the popular, the first one first. */
export async function popularServices(): Promise<ServiceEntry[]> {
  const rank = ({ data }: ServiceEntry) => data.popularity ?? Infinity;
  const all = await services();
  return all.filter((service) => rank(service) < Infinity).sort((a, b) => rank(a) - rank(b));
}

export async function agencies(): Promise<AgencyEntry[]> {
  const all = await getCollection('agencies');
  return all.sort((a, b) => alphabet.compare(a.data.title, b.data.title));
}

export async function lifeEvents(): Promise<CollectionEntry<'life-events'>[]> {
  const all = await getCollection('life-events');
  return all.sort((a, b) => a.data.order - b.data.order);
}

export async function guide(): Promise<CollectionEntry<'guide'>[]> {
  const all = await getCollection('guide');
  return all.sort((a, b) => a.data.order - b.data.order);
}

export async function municipalities(): Promise<MunicipalityEntry[]> {
  const all = await getCollection('municipalities');
  const name = ({ data }: MunicipalityEntry) => data.title.replace(/^город /u, '');
  return all.sort((a, b) => alphabet.compare(name(a), name(b)));
}

/** Places to apply, and the municipality of each, by its name. */
export async function placesByMunicipality(): Promise<[MunicipalityEntry, PlaceEntry[]][]> {
  const places = (await getCollection('places')).sort((a, b) => alphabet.compare(a.data.title, b.data.title));
  return (await municipalities())
    .map((home): [MunicipalityEntry, PlaceEntry[]] => [
      home,
      places.filter(({ data }) => data.municipality === home.id),
    ])
    .filter(([, here]) => here.length);
}

/** Pages of municipalities with the application form: those of the content, and the demonstration one where it is served. */
export async function pagesToApply(): Promise<ApplyPage[]> {
  const all = await municipalities();
  return applyPages(
    all.map(({ data }) => data),
    process.env['OKNO_DEMO_HOST'],
  );
}

/** The paths of all cards, for `getStaticPaths` of every tab. */
export async function cardPaths(): Promise<{ params: { slug: string }; props: Card }[]> {
  const [all, forms, pages] = await Promise.all([services(), getCollection('forms'), pagesToApply()]);
  return Promise.all(
    all.map(async (service) => {
      const { id, data } = service;
      const agency = await getEntry('agencies', data.agency);
      if (!agency) throw new Error(`services/${id}: no agency ${data.agency}`);
      const hasForm = forms.some((form) => form.id === id);
      const props = {
        service,
        agency,
        participants: await entries('agencies', data.participants),
        lifeEvents: await entries('life-events', data.lifeEvents),
        apply: applyTarget(id, data.online.kind, hasForm, pages),
        hasForm,
      };
      return { params: { slug: id }, props };
    }),
  );
}
