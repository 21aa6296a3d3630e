import { describe, expect, it, vi } from 'vitest';

import type { Collection } from '../catalogue/collections.ts';
import { readEntries } from '../content/read.ts';
import { keepEntries } from '../content/rendered-entries.ts';
import { citationsOf } from './acts.ts';
import { agencyGroups, agencyPaths } from './agencies.ts';
import { glossaryTerms, guidePaths, lifeEventPaths } from './text-pages.ts';
import { cardPaths } from './cards.ts';
import { placeCounts, placesByMunicipality } from './places.ts';
import { popularServices, allServices } from './services.ts';

// The real content, kept as Astro's loader does it, but for the rendering.
vi.mock('astro:content', () => ({
  getCollection: (collection: Collection) => {
    const entries = readEntries(collection);
    keepEntries(
      collection,
      entries.map(({ id, data, body }) => ({ id, data, digest: '', html: body })),
    );
    return Promise.resolve([]);
  },
}));

const count = (collection: Collection) => readEntries(collection).length;

describe('what pages ask for', () => {
  it('lists services by the alphabet, and the popular ones by their place', async () => {
    const names = (await allServices()).map(({ data }) => data.short);
    expect(names).toHaveLength(count('services'));
    expect(names).toEqual(names.toSorted(new Intl.Collator('ru').compare));
    const places = (await popularServices()).map(({ data }) => data.popularRank ?? 0);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places).not.toEqual([]);
  });

  it('joins a card with its agencies, its life events and its form', async () => {
    const card = (await cardPaths()).find(({ params }) => params.slug === 'detskiy-sad')?.props;
    expect(card).toMatchObject({ agency: { id: 'komitet-obrazovaniya-barnaula' }, hasForm: true });
    expect(card?.lifeEvents.map(({ id }) => id)).toEqual(card?.service.data.lifeEvents);
    expect(card?.participants.map(({ id }) => id)).toEqual(card?.service.data.participants);
  });

  it('cites every act of a card', async () => {
    for (const { data } of await allServices()) {
      const citations = await citationsOf(data);
      expect(citations.map(({ about }) => about)).toEqual(data.acts.map(({ about }) => about));
    }
  });

  it('has every agency in one group, and knows who answers to whom', async () => {
    const members = (await agencyGroups()).flatMap((group) => group.members);
    expect(members).toHaveLength(count('agencies'));
    const pages = (await agencyPaths()).map(({ props }) => props);
    for (const { agency, parent, children } of pages) {
      expect(parent?.id).toBe(agency.data.parent);
      expect(children.every(({ data }) => data.parent === agency.id)).toBe(true);
    }
    expect(pages.flatMap(({ ownServices }) => ownServices)).toHaveLength(count('services'));
  });

  it('has every place in its municipality, and counts them by kind', async () => {
    const places = (await placesByMunicipality()).flatMap(([, here]) => here);
    expect(places).toHaveLength(count('places'));
    const counts = Object.values(await placeCounts());
    expect(counts.reduce((sum, one) => sum + one, 0)).toBe(count('places'));
  });

  it('gives every life event its services, and every page of the guide its acts', async () => {
    for (const { props } of await lifeEventPaths()) expect(props.services).not.toEqual([]);
    for (const { props } of await guidePaths())
      expect(props.acts.map(({ id }) => id)).toEqual(props.page.data.acts);
  });

  it('calls the words to see besides by their titles', async () => {
    const seen = (await glossaryTerms()).flatMap(({ see }) => see);
    expect(seen.filter(({ title }) => title === undefined)).toEqual([]);
    expect(seen).not.toEqual([]);
  });
});
