import { applyPages, applyTargetOf, type ApplyPage, type ApplyTarget } from '../catalogue/apply.ts';
import { allAgencies, type AgencyEntry } from './agencies.ts';
import { allLifeEvents, type LifeEventEntry } from './text-pages.ts';
import { collectionEntries, entriesById, oncePerBuild } from './entries.ts';
import { pageKeys } from './page-key.ts';
import { allMunicipalities } from './places.ts';
import { catalogueRegion } from './region.ts';
import { allServices, type ServiceEntry } from './services.ts';

/** A service with all that its card shows besides its own facts. */
export interface Card {
  /** The service itself. */
  service: ServiceEntry;
  /** The agency that is responsible. */
  agency: AgencyEntry;
  /** Other agencies that take part, in the order of the card. */
  participants: AgencyEntry[];
  /** The life events that the card names, in its order. */
  lifeEvents: LifeEventEntry[];
  /** Where the main button leads. */
  apply: ApplyTarget;
  /** Whether `content/forms` has the application form. */
  hasForm: boolean;
}

/** Pages of municipalities with the application form: those of the content, and the demonstration page at `OKNO_DEMO_HOST`. */
export async function allApplyPages(): Promise<ApplyPage[]> {
  const municipalities = await allMunicipalities();
  return applyPages(
    municipalities.map(({ data }) => data),
    process.env['OKNO_DEMO_HOST'],
  );
}

/** The path of each card with its content, for `getStaticPaths` of every tab. */
export const cardPaths = oncePerBuild(async () => {
  const [services, agencies, lifeEvents] = await Promise.all([allServices(), allAgencies(), allLifeEvents()]);
  const [forms, pages] = await Promise.all([collectionEntries('forms'), allApplyPages()]);
  const { federalPortal } = await catalogueRegion();
  const keyOf = await pageKeys();
  return services.map((service) => {
    const { id, data } = service;
    const [agency] = entriesById(agencies, [data.agency]);
    if (!agency) throw new Error(`services/${id}: no agency ${data.agency}`);
    const hasForm = forms.some((form) => form.id === id);
    const props: Card = {
      service,
      agency,
      participants: entriesById(agencies, data.participants),
      lifeEvents: entriesById(lifeEvents, data.lifeEvents),
      apply: applyTargetOf({ slug: id, online: data.online, hasForm }, pages, federalPortal),
      hasForm,
    };
    const { participants, apply } = props;
    const shown = [service, agency, ...participants, ...props.lifeEvents, hasForm, JSON.stringify(apply)];
    return { params: { slug: id }, props, cacheKey: keyOf(shown) };
  });
});
