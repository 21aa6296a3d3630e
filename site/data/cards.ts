import { applyPages, applyTargetOf, type ApplyPage, type ApplyTarget } from '../catalogue/apply.ts';
import { allAgencies, type AgencyEntry } from './agencies.ts';
import { allLifeEvents, type LifeEventEntry } from './text-pages.ts';
import { entriesById, collectionEntries } from './entries.ts';
import { allMunicipalities } from './places.ts';
import { catalogueRegion } from './region.ts';
import { allServices, type ServiceEntry } from './services.ts';

/** A service with all that its card shows besides its own facts. */
export interface Card {
  service: ServiceEntry;
  agency: AgencyEntry;
  participants: AgencyEntry[];
  lifeEvents: LifeEventEntry[];
  apply: ApplyTarget;
  hasForm: boolean;
}

/** Pages of municipalities with the application form: those of the content, and the demonstration one where it is served. */
export async function allApplyPages(): Promise<ApplyPage[]> {
  const all = await allMunicipalities();
  return applyPages(
    all.map(({ data }) => data),
    process.env['OKNO_DEMO_HOST'],
  );
}

/** The paths of all cards, for `getStaticPaths` of every tab. */
export async function cardPaths(): Promise<{ params: { slug: string }; props: Card }[]> {
  const [all, agencyEntries, events] = await Promise.all([allServices(), allAgencies(), allLifeEvents()]);
  const [forms, pages] = await Promise.all([collectionEntries('forms'), allApplyPages()]);
  const { federalPortal } = await catalogueRegion();
  return all.map((service) => {
    const { id, data } = service;
    const [agency] = entriesById(agencyEntries, [data.agency]);
    if (!agency) throw new Error(`services/${id}: no agency ${data.agency}`);
    const hasForm = forms.some((form) => form.id === id);
    const props = {
      service,
      agency,
      participants: entriesById(agencyEntries, data.participants),
      lifeEvents: entriesById(events, data.lifeEvents),
      apply: applyTargetOf({ slug: id, online: data.online.kind, hasForm }, pages, federalPortal),
      hasForm,
    };
    return { params: { slug: id }, props };
  });
}
