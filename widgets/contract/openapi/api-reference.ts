import type { Region } from '../region/schemas.ts';
import { API } from './api.ts';
import type { OpenApiHeader } from './headers.ts';
import { fieldRowsOf, typeInWords, type FieldRows, type FieldRow } from './field-rows.ts';
import { writeOpenApi, type OpenApiDocument, type OpenApiOperation } from './openapi.ts';
import type { Operation } from './operation.ts';
import { describeOperation, type ReferenceOperation } from './reference-operation.ts';
import type { OpenApiSchema } from './openapi-schema.ts';

/** A named shape as the developers' pages tell of it. */
export interface ReferenceShape extends FieldRows {
  name: string;
  about: string;
  /** What it is, in Russian, where it has no fields. */
  kind?: string | undefined;
  example: unknown;
}

/** Operations of one kind. */
export interface OperationGroup {
  name: string;
  title: string;
  about: string;
  operations: ReferenceOperation[];
  /** Those that no other group has. */
  shapes: ReferenceShape[];
}

/** The contract as the developers' pages tell of it: what the OpenAPI document says, in the order in which it is read. */
export interface ApiReference {
  groups: OperationGroup[];
  /** Shapes of several groups, and of refusals. */
  shapes: ReferenceShape[];
  /** Headers that come with every answer, or nearly. */
  headers: FieldRow[];
  /** Where each shape is told of: the name of the only group that has it, or `common`. */
  groupOfShape: ReadonlyMap<string, string>;
}

/** Tells of the whole contract of a region's portal. */
export function writeApiReference(region: Region): ApiReference {
  const { paths, components, tags } = writeOpenApi(region);
  const operations = operationsIn(paths);
  const groups = tags.map(({ name, description, 'x-displayName': title }) => {
    const own = operations.filter(({ operation }) => operation.tag === name);
    return { name, title, about: description, own, reached: reachableNames(own, components.schemas) };
  });
  const homeOf = (shape: string) => {
    const [first, second] = groups.filter((group) => group.reached.has(shape));
    return first && !second ? first.name : 'common';
  };
  const homes = new Map(Object.keys(components.schemas).map((shape) => [shape, homeOf(shape)]));
  const shapesAt = (home: string) =>
    Object.entries(components.schemas)
      .filter(([name]) => homes.get(name) === home)
      .map(([name, schema]) => describeShape(name, schema));
  return {
    groups: groups.map(({ name, title, about, own }) => ({
      name,
      title,
      about,
      operations: own.map(({ id, operation, written }) => describeOperation(id, operation, written)),
      shapes: shapesAt(name),
    })),
    shapes: shapesAt('common'),
    headers: Object.entries(components.headers).map(headerRow),
    groupOfShape: homes,
  };
}

/** The operations of the contract, each with what the document says of it. */
const operationsIn = (paths: OpenApiDocument['paths']) =>
  Object.entries<Operation>(API).map(([id, operation]) => ({
    id,
    operation,
    written: paths[operation.path]?.[operation.method] as OpenApiOperation,
  }));

const headerRow = ([path, { required, schema, description }]: [string, OpenApiHeader]): FieldRow => ({
  path,
  required,
  type: typeInWords(schema),
  about: description,
});

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

/** Names of the shapes that are referred to from `from`, and from them. */
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
