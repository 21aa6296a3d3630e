import type { Region } from '../region/schemas.ts';
import { API } from './api.ts';
import type { OpenApiHeader } from './headers.ts';
import { fieldsOf, kindOf, type Fields, type Row } from './kinds.ts';
import { openApi, type OpenApi, type OpenApiOperation } from './openapi.ts';
import type { Operation } from './operation.ts';
import { toldOperation, type ToldOperation } from './told.ts';
import type { WireSchema } from './wire.ts';

/** A named shape as the developers' pages tell of it. */
export interface ToldShape extends Fields {
  name: string;
  about: string;
  /** What it is, in Russian, where it has no fields. */
  kind?: string | undefined;
  example: unknown;
}

/** Operations of one kind. */
export interface Group {
  name: string;
  title: string;
  about: string;
  operations: ToldOperation[];
  /** Those that no other group has. */
  shapes: ToldShape[];
}

/** The contract as the developers' pages tell of it: what the OpenAPI document says, in the order in which it is read. */
export interface Reference {
  groups: Group[];
  /** Shapes of several groups, and of refusals. */
  shapes: ToldShape[];
  /** Headers that come with every answer, or nearly. */
  headers: Row[];
  /** Where each shape is told of: the name of the only group that has it, or `common`. */
  homes: ReadonlyMap<string, string>;
}

/** Tells of the whole contract of a region's portal. */
export function reference(region: Region): Reference {
  const { paths, components, tags } = openApi(region);
  const operations = operationsIn(paths);
  const groups = tags.map(({ name, description, 'x-displayName': title }) => {
    const own = operations.filter(({ operation }) => operation.tag === name);
    return { name, title, about: description, own, reached: reached(own, components.schemas) };
  });
  const homeOf = (shape: string) => {
    const [first, second] = groups.filter((group) => group.reached.has(shape));
    return first && !second ? first.name : 'common';
  };
  const homes = new Map(Object.keys(components.schemas).map((shape) => [shape, homeOf(shape)]));
  const shapesAt = (home: string) =>
    Object.entries(components.schemas)
      .filter(([name]) => homes.get(name) === home)
      .map(([name, schema]) => toldShape(name, schema));
  return {
    groups: groups.map(({ name, title, about, own }) => ({
      name,
      title,
      about,
      operations: own.map(({ id, operation, written }) => toldOperation(id, operation, written)),
      shapes: shapesAt(name),
    })),
    shapes: shapesAt('common'),
    headers: Object.entries(components.headers).map(headerRow),
    homes,
  };
}

/** The operations of the contract, each with what the document says of it. */
const operationsIn = (paths: OpenApi['paths']) =>
  Object.entries<Operation>(API).map(([id, operation]) => ({
    id,
    operation,
    written: paths[operation.path]?.[operation.method] as OpenApiOperation,
  }));

const headerRow = ([path, { required, schema, description }]: [string, OpenApiHeader]): Row => ({
  path,
  required,
  kind: kindOf(schema),
  about: description,
});

function toldShape(name: string, schema: WireSchema): ToldShape {
  const fields = fieldsOf(schema);
  const hasFields = fields.rows.length + fields.variants.length > 0;
  return {
    name,
    about: schema.description ?? '',
    kind: hasFields ? undefined : kindOf(schema),
    example: schema.examples?.[0],
    ...fields,
  };
}

/** Names of the shapes that are referred to from `from`, and from them. */
function reached(from: unknown, schemas: Record<string, WireSchema>, found = new Set<string>()): Set<string> {
  for (const [, name = ''] of JSON.stringify(from).matchAll(/"#\/components\/schemas\/(\w+)"/g)) {
    if (found.has(name)) continue;
    found.add(name);
    reached(schemas[name], schemas, found);
  }
  return found;
}
