import type { ValuePath } from './parsed-file.ts';

/** A place in a file that names another file. */
export interface ContentReference {
  /** Where the name stands: `['участвуют', 0]`. */
  path: ValuePath;
  /** `collection/id` of the file that it names. */
  target: string;
}

/** The parts of a valibot schema in which references may stand: pipes, optional values, lists, groups. */
interface SchemaNode {
  pipe?: unknown[];
  wrapped?: unknown;
  item?: unknown;
  entries?: Record<string, unknown>;
  /** Of a `fileReference`, `ref` is the collection of the file that it names: `agencies`. */
  metadata?: { ref?: string };
}

/**
 * Finds every reference in the facts of a file: walks the schema and the facts together, and gives each text whose schema is a
 * `fileReference`. Of `{ отвечает: 'mfc' }` it is `{ path: ['отвечает'], target: 'agencies/mfc' }`.
 */
export function* findReferences(
  schema: unknown,
  facts: unknown,
  path: ValuePath = [],
): Generator<ContentReference> {
  const node = schema as SchemaNode;
  for (const action of node.pipe ?? []) if (action !== schema) yield* findReferences(action, facts, path);
  if (node.metadata?.ref && typeof facts === 'string')
    yield { path, target: `${node.metadata.ref}/${facts}` };
  if (node.pipe) return;
  if (node.wrapped) yield* findReferences(node.wrapped, facts, path);
  if (node.item && Array.isArray(facts))
    for (const [i, item] of facts.entries()) yield* findReferences(node.item, item, [...path, i]);
  if (node.entries && isRecord(facts))
    for (const [key, entry] of Object.entries(node.entries))
      yield* findReferences(entry, facts[key], [...path, key]);
}

const isRecord = (facts: unknown): facts is Record<string, unknown> =>
  typeof facts === 'object' && facts !== null && !Array.isArray(facts);
