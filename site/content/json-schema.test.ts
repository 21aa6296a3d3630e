import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { COLLECTIONS, collectionOf, type Collection } from '../catalogue/collections.ts';
import { contentFolder, readContentFolder } from './folder.ts';
import { schemaViolations, type SupportedJsonSchema } from './json-schema-for-tests.ts';
import { jsonSchemaOf } from './json-schema.ts';
import { parseContentFile } from './parsed-file.ts';

const NAMES = Object.keys(COLLECTIONS) as Collection[];
const FILES = readContentFolder(contentFolder());
const schemaOf = (collection: Collection) => jsonSchemaOf(collection) as SupportedJsonSchema;

/** The facts of a file as its editor wrote them, and what the JSON Schema of its collection has against them. */
function mistakesOf(file: string, change = (text: string) => text): string[] {
  const collection = collectionOf(file);
  if (!collection) throw new Error(`${file} is in no collection`);
  const { parsed } = parseContentFile(file, collection, change(FILES.get(file) ?? ''));
  return [...schemaViolations(schemaOf(collection), parsed?.rawData)];
}

/** A schema and all that it is made of. */
const partsOf = (schema: SupportedJsonSchema): SupportedJsonSchema[] => [
  schema,
  ...Object.values(schema.properties ?? {}).flatMap(partsOf),
  ...(schema.items ? partsOf(schema.items) : []),
];

describe('the JSON Schema of a collection', () => {
  it.each(NAMES)('has nothing against the content of %s', (collection) => {
    const files = [...FILES.keys()].filter((file) => collectionOf(file) === collection);
    expect(files).not.toEqual([]);
    expect(files.flatMap((file) => mistakesOf(file).map((mistake) => `${file} ${mistake}`))).toEqual([]);
  });

  it.each([
    ['a missing field', /^коротко: .*\n/m, '', '.коротко: required'],
    ['a misspelt field', 'уровень:', 'уровнь:', '.уровнь: additionalProperties'],
    ['a word that is not among the choices', 'рабочие дни', 'рабочих дня', '.сроки.0.единица: enum'],
    ['a number in words', 'значение: 10', 'значение: десять', '.сроки.0.значение: type'],
    ['what is no name of a file', /^отвечает: .*$/m, 'отвечает: Комитет', '.отвечает: pattern'],
    ['an empty text', /^название: .*$/m, "название: ''", '.название: minLength'],
  ])('finds %s, by its Russian name', (_, from, to, mistake) => {
    expect(mistakesOf('services/detskiy-sad.md', (text) => text.replace(from, to))).toContain(mistake);
  });

  it('says in Russian what to write', () => {
    expect(schemaOf('places').properties?.['муниципалитет']).toMatchObject({
      description: expect.stringMatching(/^нужно имя файла.*content\/municipalities$/) as string,
    });
    expect(schemaOf('services').properties?.['обновлено']).toMatchObject({
      description: 'нужна дата: год-месяц-день',
      examples: ['2026-11-21'],
    });
  });

  it.each(NAMES)('gives examples for %s that are right themselves', (collection) => {
    for (const part of partsOf(schemaOf(collection)))
      for (const example of part.examples ?? []) expect([...schemaViolations(part, example)]).toEqual([]);
  });

  it('is found by VS Code for every collection of YAML files', () => {
    const settings = JSON.parse(readFileSync('.vscode/settings.json', 'utf8')) as Record<string, object>;
    expect(Object.keys(settings['yaml.schemas'] ?? {}).sort()).toEqual(
      NAMES.filter((name) => COLLECTIONS[name].extension === '.yaml')
        .map((name) => `./.okno/schemas/${name}.json`)
        .sort(),
    );
  });
});
