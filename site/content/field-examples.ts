import { parse, stringify } from 'yaml';

import { collectionOf, type Collection } from '../catalogue/collections.ts';
import type { ContentIssue } from './content-issue.ts';
import type { ValuePath } from './parsed-file.ts';
import { readContentFile } from './read.ts';

/** Keys whose text has an example of some other field: all texts, lists and numbers have the same. */
const GENERAL_KEYS =
  /^(?:missing:|(?:text|list|record|slug|position|count|roubles|html|linkInField|gluedHyphen)$)/u;
/** Longer texts and lists of an example are cut. */
const MOST_CHARACTERS = 80;
const MOST_ITEMS = 2;
/** So many files are asked for an example. */
const MOST_FILES = 200;
/** Fields of `region.yaml`: there is no other region whose file would be an example. */
const REGION_EXAMPLES: Record<string, unknown> = {
  название: 'Примерская область',
  родительный: 'Примерской области',
  предложный: 'области',
  коротко: { родительный: 'области', предложный: 'области' },
  центр: { название: 'Примерск', родительный: 'Примерска', широта: 53.35, долгота: 83.78 },
  'контактный центр': { телефон: '8 800 000-00-00', пояснения: ['бесплатно'] },
  пояснения: ['бесплатно', 'круглосуточно'],
};

/**
 * Makes a function that gives an issue an example of this very field, with its name: how another file of the collection, or
 * another item of the list, fills it in. Of several it is the shortest.
 */
export function exampleGiver(files: ReadonlyMap<string, string>) {
  return ({ source, ...issue }: ContentIssue): ContentIssue => {
    if (!source || !GENERAL_KEYS.test(source.key)) return issue;
    const collection = collectionOf(issue.file);
    const name = source.path.at(-1) ?? '';
    const values = [...files]
      .filter(([file]) => collection !== undefined && collectionOf(file) === collection)
      .slice(0, MOST_FILES)
      .map(([file, text]) => readContentFile(file, collection as Collection, text))
      .flatMap(({ parsed, entry }) => (entry ? valuesAt(parsed?.rawData, source.path) : []))
      .sort((a, b) => JSON.stringify(a).length - JSON.stringify(b).length);
    const value = collection === 'region' ? REGION_EXAMPLES[name] : values[0];
    if (value !== undefined) return { ...issue, example: asYaml(name, shortened(value)) };
    return source.key.startsWith('missing:') && typeof name === 'string'
      ? { ...issue, example: withName(name, issue.example) }
      : issue;
  };
}

/** All values at a path; a position in a list stands for every item of it. */
function valuesAt(value: unknown, [first, ...rest]: ValuePath): unknown[] {
  if (value === undefined || value === null) return [];
  if (first === undefined) return [value];
  if (typeof first === 'number')
    return Array.isArray(value) ? value.flatMap((item) => valuesAt(item, rest)) : [];
  return typeof value === 'object' ? valuesAt((value as Record<string, unknown>)[first], rest) : [];
}

/** A value with its long texts and lists cut. */
function shortened(value: unknown): unknown {
  if (typeof value === 'string' && value.length > MOST_CHARACTERS)
    return `${value.slice(0, MOST_CHARACTERS).replace(/\s+\S*$/u, '')}…`;
  if (Array.isArray(value)) return value.slice(0, MOST_ITEMS).map(shortened);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, shortened(part)]));
}

/** A value as an editor would write it: `обновлено: 2026-11-21`, or `- МФЦ` as an item of a list. */
const asYaml = (name: string | number, value: unknown): string =>
  stringify(typeof name === 'number' ? [value] : { [name]: value }, {
    singleQuote: true,
    lineWidth: 0,
  }).trim();

/** The general example of a kind of value, with the name of the field where it is a value alone. */
function withName(name: string, example: string): string {
  const value: unknown = parse(example);
  return typeof value === 'object' && !Array.isArray(value) ? example : asYaml(name, value);
}
