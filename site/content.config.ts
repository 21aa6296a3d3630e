import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';
import * as v from 'valibot';

import { COLLECTIONS, type Collection } from './catalogue/collections.ts';

/** Astro's YAML reads `2026-11-21` as a Date; the schemas want the day as it is written. */
const asWritten = (value: unknown) => (value instanceof Date ? value.toISOString().slice(0, 10) : value);

/** Hands the work of Astro's Zod over to valibot. */
const bridge = <S extends v.GenericSchema>(schema: S) =>
  z.unknown().transform((facts, context): v.InferOutput<S> => {
    const days = Object.entries(facts ?? {}).map(([name, value]) => [name, asWritten(value)]);
    const result = v.safeParse(schema, Object.fromEntries(days));
    if (result.success) return result.output;
    for (const issue of result.issues)
      context.addIssue({ code: 'custom', message: `${v.getDotPath(issue) ?? ''}: ${issue.message}` });
    return z.NEVER;
  });

const collection = <C extends Collection>(name: C) =>
  defineCollection({
    loader: glob({
      base: `./content/${name}`,
      pattern: [`*${COLLECTIONS[name].ending}`, '!README.md'],
      retainBody: false,
    }),
    schema: bridge(COLLECTIONS[name].schema as (typeof COLLECTIONS)[C]['schema']),
  });

export const collections = {
  services: collection('services'),
  agencies: collection('agencies'),
  places: collection('places'),
  municipalities: collection('municipalities'),
  'life-events': collection('life-events'),
  guide: collection('guide'),
  glossary: collection('glossary'),
  acts: collection('acts'),
  forms: collection('forms'),
};
