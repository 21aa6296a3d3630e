import { groupByKeys } from '../catalogue/groups.ts';
import type { Service } from '../catalogue/service.ts';
import { actInWords } from '../catalogue/act-wording.ts';
import { collectionEntries, sortByName } from './entries.ts';
import { catalogueRegion } from './region.ts';
import { allServices, type ServiceEntry } from './services.ts';

/** An act as a card cites it. */
export interface Citation {
  /** «Федеральный закон от 27 июля 2010 г. № 210-ФЗ „…“». */
  title: string;
  /** Where the text of the act is. */
  link: string | undefined;
  /** «статья 7». */
  article: string | undefined;
  /** What the article is about. */
  about: string;
  /** Whether both the act and the reference to it have been checked. */
  checked: boolean;
}

/** The acts that a service rests on, in the order of its card. */
export async function citationsOf({ acts }: Service): Promise<Citation[]> {
  const { genitive } = await catalogueRegion();
  const actsById = new Map((await collectionEntries('acts')).map(({ id, data }) => [id, data]));
  return acts.flatMap(({ act: actId, article, about, checked }) => {
    const act = actsById.get(actId);
    if (!act) return [];
    return [
      { title: actInWords(act, genitive), link: act.link, article, about, checked: checked && act.checked },
    ];
  });
}

/** An act, and who rests on it. */
export interface ActWithServices {
  id: string;
  /** As it is cited. */
  title: string;
  /** Where its text is. */
  link: string | undefined;
  services: ServiceEntry[];
}

/** All acts, sorted by how they are cited, with the services that cite them. */
export async function actsWithServices(): Promise<ActWithServices[]> {
  const [{ genitive }, services] = await Promise.all([catalogueRegion(), allServices()]);
  const servicesOf = groupByKeys(services, ({ data }) => data.acts.map(({ act }) => act));
  const acts = (await collectionEntries('acts')).map(({ id, data }) => ({
    id,
    title: actInWords(data, genitive),
    link: data.link,
    services: servicesOf.get(id) ?? [],
  }));
  return sortByName(acts, ({ title }) => title);
}
