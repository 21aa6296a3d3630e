import { entriesOf, inAlphabet, type ShownEntry } from './entries.ts';

export type ServiceEntry = ShownEntry<'services'>;

export async function services(): Promise<ServiceEntry[]> {
  return inAlphabet(await entriesOf('services'), ({ data }) => data.short);
}

/** Services with a place among the popular, the first one first. */
export async function popularServices(): Promise<ServiceEntry[]> {
  const rank = ({ data }: ServiceEntry) => data.popularity ?? Infinity;
  const all = await services();
  return all.filter((service) => rank(service) < Infinity).sort((a, b) => rank(a) - rank(b));
}
