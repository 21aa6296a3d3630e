import { applyPages, applyTarget, type ApplyPage, type ApplyTarget } from '../catalogue/apply.ts';
import { agencies, type AgencyEntry } from './agencies.ts';
import { lifeEvents, type LifeEventEntry } from './articles.ts';
import { entriesNamed, entriesOf } from './entries.ts';
import { municipalities } from './places.ts';
import { region } from './region.ts';
import { services, type ServiceEntry } from './services.ts';

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
export async function pagesToApply(): Promise<ApplyPage[]> {
  const all = await municipalities();
  return applyPages(
    all.map(({ data }) => data),
    process.env['OKNO_DEMO_HOST'],
  );
}

/** The paths of all cards, for `getStaticPaths` of every tab. */
export async function cardPaths(): Promise<{ params: { slug: string }; props: Card }[]> {
  const [all, bodies, events] = await Promise.all([services(), agencies(), lifeEvents()]);
  const [forms, pages] = await Promise.all([entriesOf('forms'), pagesToApply()]);
  const { federalPortal } = await region();
  return all.map((service) => {
    const { id, data } = service;
    const [agency] = entriesNamed(bodies, [data.agency]);
    if (!agency) throw new Error(`services/${id}: no agency ${data.agency}`);
    const hasForm = forms.some((form) => form.id === id);
    const props = {
      service,
      agency,
      participants: entriesNamed(bodies, data.participants),
      lifeEvents: entriesNamed(events, data.lifeEvents),
      apply: applyTarget({ slug: id, online: data.online.kind, hasForm }, pages, federalPortal),
      hasForm,
    };
    return { params: { slug: id }, props };
  });
}
