import type { Region } from '../region/schemas.ts';
import { API } from './api.ts';
import type { OpenApiHeader } from './headers.ts';
import { fieldRowsOf, typeInWords, type FieldRows, type FieldRow } from './field-rows.ts';
import { writeOpenApi, type OpenApiDocument, type OpenApiOperation } from './openapi.ts';
import type { Operation } from './operation.ts';
import { describeOperation, type ReferenceOperation } from './reference-operation.ts';
import type { OpenApiSchema } from './openapi-schema.ts';

/** A named shape, as the pages for developers show it. */
export interface ReferenceShape extends FieldRows {
  /** Its name in the OpenAPI document: `ApplicationInput`. */
  name: string;
  /** Its description, in Russian. */
  about: string;
  /** Its type in Russian («строка до 40 знаков»), if it has no fields. */
  kind?: string | undefined;
  example: unknown;
}

/** The operations of one tag, and the shapes that only they use. */
export interface OperationGroup {
  /** The tag: a key of `TAGS`, and the last part of the page's address. */
  name: string;
  /** Heading, in Russian. */
  title: string;
  /** One sentence below the heading, in Russian. */
  about: string;
  operations: ReferenceOperation[];
  /** Shapes that no other group refers to. */
  shapes: ReferenceShape[];
}

/** The contract as the pages for developers show it: the content of the OpenAPI document, in reading order. */
export interface ApiReference {
  groups: OperationGroup[];
  /** Shapes that several groups use, and those of problems. */
  shapes: ReferenceShape[];
  /** Headers of every response, or of nearly every one. */
  headers: FieldRow[];
  /** Shape → where it is described: the name of the only group that uses it, or `common`. Links to shapes are made from it. */
  groupOfShape: ReadonlyMap<string, string>;
}

/**
 * Describes the whole contract of a region's portal. A shape stands in a group if only this group's operations reach it,
 * directly or through other shapes: `Invoice` stands in `invoices`, `CaseNumber` among the common ones.
 */
export function writeApiReference(region: Region): ApiReference {
  const { paths, components, tags } = writeOpenApi(region);
  const operations = operationsIn(paths);
  const groups = tags.map(({ name, description, 'x-displayName': title }) => {
    const ofTag = operations.filter(({ operation }) => operation.tag === name);
    const shapeNames = reachableNames(ofTag, components.schemas);
    return { name, title, about: description, operations: ofTag, shapeNames };
  });
  const groupOf = (shape: string) => {
    const [first, second] = groups.filter((group) => group.shapeNames.has(shape));
    return first && !second ? first.name : 'common';
  };
  const groupOfShape = new Map(Object.keys(components.schemas).map((shape) => [shape, groupOf(shape)]));
  const shapesIn = (group: string) =>
    Object.entries(components.schemas)
      .filter(([name]) => groupOfShape.get(name) === group)
      .map(([name, schema]) => describeShape(name, schema));
  return {
    groups: groups.map(({ name, title, about, operations: ofTag }) => ({
      name,
      title,
      about,
      operations: ofTag.map(({ id, operation, written }) => describeOperation(id, operation, written)),
      shapes: shapesIn(name),
    })),
    shapes: shapesIn('common'),
    headers: Object.entries(components.headers).map(headerRow),
    groupOfShape,
  };
}

/** The operations of the contract, each with its part of the OpenAPI document (`written`). */
const operationsIn = (paths: OpenApiDocument['paths']) =>
  Object.entries<Operation>(API).map(([id, operation]) => ({
    id,
    operation,
    written: paths[operation.path]?.[operation.method] as OpenApiOperation,
  }));

/** A header of the document as a row of a table. */
const headerRow = ([path, { required, schema, description }]: [string, OpenApiHeader]): FieldRow => ({
  path,
  required,
  type: typeInWords(schema),
  about: description,
});

/** A shape of the document, by its name and its JSON Schema. */
function describeShape(name: string, schema: OpenApiSchema): ReferenceShape {
  const fields = fieldRowsOf(schema);
  const hasFields = fields.rows.length + fields.variants.length > 0;
  return {
    name,
    about: schema.description ?? '',
    kind: hasFields ? undefined : typeInWords(schema),
    example: schema.examples?.[0],
    ...fields,
  };
}

/** Names of the shapes that `from` refers to by `$ref`, directly or through other shapes. Recursive: collects them in `names`. */
function reachableNames(
  from: unknown,
  schemas: Record<string, OpenApiSchema>,
  names = new Set<string>(),
): Set<string> {
  for (const [, name = ''] of JSON.stringify(from).matchAll(/"#\/components\/schemas\/(\w+)"/g)) {
    if (names.has(name)) continue;
    names.add(name);
    reachableNames(schemas[name], schemas, names);
  }
  return names;
}
