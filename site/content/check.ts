import { COLLECTIONS, collectionOf, type Collection } from '../catalogue/collections.ts';
import type { Fault } from './fault.ts';
import { readFile } from './read.ts';
import { references } from './references.ts';
import { faultAt, type Source } from './source.ts';

/**
 * Checks all content files at once: `files` maps a path below `content/` to its text. Folders that are not collections of
 * the catalogue (addresses) are passed over. The faults are sorted by file and line; none means that the catalogue can be
 * built.
 */
export function checkContent(files: ReadonlyMap<string, string>): Fault[] {
  const known = new Set([...files.keys()].map((file) => file.replace(/\.[a-z]+$/, '')));
  return [...files]
    .flatMap(([file, text]) => {
      const collection = collectionOf(file);
      if (!collection) return [];
      const { source, faults } = readFile(file, collection, text);
      return source ? [...faults, ...referenceFaults(source, known), ...bodyFaults(source)] : faults;
    })
    .sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
}

/** Files that are named and not there, and an agency that names itself. */
function referenceFaults(source: Source, known: ReadonlySet<string>): Fault[] {
  const { collection, id, facts } = source;
  const faults: Fault[] = [];
  for (const { path, target } of references(COLLECTIONS[collection].schema, facts)) {
    const { ending } = COLLECTIONS[target.split('/')[0] as Collection];
    if (!known.has(target)) faults.push(faultAt(source, path, { key: `ref:${target}${ending}` }));
    if (collection === 'agencies' && target === `agencies/${id}`)
      faults.push(faultAt(source, path, { key: 'parentLoop' }));
  }
  if (collection === 'forms' && !known.has(`services/${id}`))
    faults.push(faultAt(source, [], { key: 'formService' }));
  return faults;
}

/** A card without steps, and a page without text. */
function bodyFaults(source: Source): Fault[] {
  const { collection, body, bodyLine } = source;
  if (collection === 'services' && !/^1[.)] \S/m.test(body ?? ''))
    return [faultAt(source, [], { key: 'steps', line: bodyLine })];
  if (body !== undefined && collection !== 'life-events' && !body.trim())
    return [faultAt(source, [], { key: 'body', line: bodyLine })];
  return [];
}
