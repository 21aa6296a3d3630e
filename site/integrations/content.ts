import { readFileSync, readdirSync } from 'node:fs';
import { join, sep } from 'node:path';

import * as v from 'valibot';
import { parse } from 'yaml';

import { splitFrontMatter } from '../catalogue/check.ts';
import { COLLECTIONS, type Collection } from '../catalogue/collections.ts';

/** What a file of a collection says. */
export type Facts<C extends Collection> = v.InferOutput<(typeof COLLECTIONS)[C]['schema']>;

/** One content file: its name without folder and ending, its facts, and the text below them. */
export interface Entry<C extends Collection> {
  slug: string;
  facts: Facts<C>;
  body: string;
}

/** Every file below a folder of content, by its path there with `/`. `README.md` is for the editors, not for the catalogue. */
export function readContent(folder: string): Map<string, string> {
  return new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(?:md|ya?ml)$/.test(entry.name) && entry.name !== 'README.md')
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [
        path
          .slice(folder.length + 1)
          .split(sep)
          .join('/'),
        readFileSync(path, 'utf8'),
      ]),
  );
}

/** The files of one collection, in the order of their names. Throws at the first that is not as its schema says. */
export function entriesOf<C extends Collection>(
  files: ReadonlyMap<string, string>,
  collection: C,
): Entry<C>[] {
  const schema: v.GenericSchema = COLLECTIONS[collection].schema;
  return [...files]
    .filter(([file]) => file.startsWith(`${collection}/`) || file.startsWith(`${collection}.`))
    .map(([file, text]) => {
      const { yaml, body } = splitFrontMatter(text) ?? { yaml: text, body: '' };
      const parsed = v.safeParse(schema, parse(yaml));
      if (!parsed.success)
        throw new Error(
          `content/${file}: ${v.getDotPath(parsed.issues[0]) ?? 'файл не читается'}. Запустите npm run content:check`,
        );
      return { slug: file.replace(/^.*\/|\.[a-z]+$/g, ''), facts: parsed.output as Facts<C>, body };
    });
}
