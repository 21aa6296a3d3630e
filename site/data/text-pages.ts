import type { Term } from '../catalogue/text-page.ts';
import { entriesById, collectionEntries, sortByName, type RenderedEntry } from './entries.ts';
import { allServices, type ServiceEntry } from './services.ts';

export type LifeEventEntry = RenderedEntry<'life-events'>;
export type GuideEntry = RenderedEntry<'guide'>;

/** A life event with its services. */
export interface LifeEventPage {
  event: LifeEventEntry;
  services: ServiceEntry[];
}

export async function allLifeEvents(): Promise<LifeEventEntry[]> {
  const all = await collectionEntries('life-events');
  return all.sort((a, b) => a.data.order - b.data.order);
}

/** The paths of all life events with the services of each, for `getStaticPaths`. */
export async function lifeEventPaths(): Promise<{ params: { slug: string }; props: LifeEventPage }[]> {
  const [events, all] = await Promise.all([allLifeEvents(), allServices()]);
  return events.map((event) => ({
    params: { slug: event.id },
    props: { event, services: all.filter(({ data }) => data.lifeEvents.includes(event.id)) },
  }));
}

export async function allGuidePages(): Promise<GuideEntry[]> {
  const all = await collectionEntries('guide');
  return all.sort((a, b) => a.data.order - b.data.order);
}

/** A page of the guide, all its neighbours, and the acts that it names. */
export interface GuidePage {
  page: GuideEntry;
  pages: GuideEntry[];
  acts: RenderedEntry<'acts'>[];
}

/** The paths of all pages of the guide, for `getStaticPaths`. */
export async function guidePaths(): Promise<{ params: { slug: string }; props: GuidePage }[]> {
  const [pages, acts] = await Promise.all([allGuidePages(), collectionEntries('acts')]);
  return pages.map((page) => ({
    params: { slug: page.id },
    props: { page, pages, acts: entriesById(acts, page.data.acts) },
  }));
}

/** A word explained, and the words to see besides. */
export interface GlossaryTerm {
  id: string;
  term: Term;
  html: string;
  see: { id: string; title: string | undefined }[];
}

/** All words in the order of the alphabet. */
export async function glossaryTerms(): Promise<GlossaryTerm[]> {
  const all = sortByName(await collectionEntries('glossary'), ({ data }) => data.term);
  const titles = new Map(all.map(({ id, data }) => [id, data.term]));
  return all.map(({ id, data, html }) => ({
    id,
    term: data,
    html,
    see: data.see.map((other) => ({ id: other, title: titles.get(other) })),
  }));
}
