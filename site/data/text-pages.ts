import { PAGE_SIZE } from '../catalogue/service-lists.ts';
import type { Term } from '../catalogue/text-page.ts';
import type { RenderedEntry } from '../content/rendered-entries.ts';
import { entriesById, collectionEntries, sortByName } from './entries.ts';
import { allServices, type ServiceEntry } from './services.ts';

/** A life event as pages show it. */
export type LifeEventEntry = RenderedEntry<'life-events'>;
/** A page of the guide as pages show it. */
export type GuideEntry = RenderedEntry<'guide'>;

/** A life event with its services. */
export interface LifeEventPage {
  /** The life event itself. */
  event: LifeEventEntry;
  /** The services whose cards name it, sorted by title: the first of them. */
  services: ServiceEntry[];
  /** How many services there are in all. */
  serviceCount: number;
}

/** All life events, in the order of `order` in their files. */
export async function allLifeEvents(): Promise<LifeEventEntry[]> {
  const events = await collectionEntries('life-events');
  return events.toSorted((a, b) => a.data.order - b.data.order);
}

/** The paths of all life events with the services of each, for `getStaticPaths`. */
export async function lifeEventPaths(): Promise<{ params: { slug: string }; props: LifeEventPage }[]> {
  const [events, services] = await Promise.all([allLifeEvents(), allServices()]);
  return events.map((event) => {
    const all = services.filter(({ data }) => data.lifeEvents.includes(event.id));
    const props = { event, services: all.slice(0, PAGE_SIZE), serviceCount: all.length };
    return { params: { slug: event.id }, props };
  });
}

/** All pages of the guide, in the order of `order` in their files. */
export async function allGuidePages(): Promise<GuideEntry[]> {
  const pages = await collectionEntries('guide');
  return pages.toSorted((a, b) => a.data.order - b.data.order);
}

/** A page of the guide with all that it shows besides its own facts. */
export interface GuidePage {
  /** The page itself. */
  page: GuideEntry;
  /** All pages of the guide, for its menu. */
  pages: GuideEntry[];
  /** The acts that it names, in its order. */
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

/** A term of the glossary, and the terms to see also. */
export interface GlossaryTerm {
  /** Its file's name; the anchor on the page. */
  id: string;
  /** The facts of its file. */
  term: Term;
  /** The explanation. */
  html: string;
  /** Terms to see also. */
  see: { id: string; title: string | undefined }[];
}

/** All terms in the order of the alphabet. */
export async function glossaryTerms(): Promise<GlossaryTerm[]> {
  const terms = sortByName(await collectionEntries('glossary'), ({ data }) => data.term);
  const titles = new Map(terms.map(({ id, data }) => [id, data.term]));
  return terms.map(({ id, data, html }) => ({
    id,
    term: data,
    html,
    see: data.see.map((other) => ({ id: other, title: titles.get(other) })),
  }));
}
