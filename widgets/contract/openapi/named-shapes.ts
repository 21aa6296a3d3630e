import { SHAPES } from './api.ts';
import { writeNamedSchema, propertiesOf, type OpenApiSchema } from './openapi-schema.ts';

/** The schema of each shape that has a name in the document. */
export const NAMED = Object.fromEntries(Object.entries(SHAPES).map(([name, { schema }]) => [name, schema]));

/** Shapes that `from` refers to by `$ref`, and those that they refer to, in the order of `SHAPES`. */
export function reachedShapes(from: unknown): Record<string, OpenApiSchema> {
  const found = new Map<string, OpenApiSchema>();
  const look = (within: unknown) => {
    for (const [, name = ''] of JSON.stringify(within).matchAll(/"#\/components\/schemas\/(\w+)"/g)) {
      if (found.has(name)) continue;
      found.set(name, shapeOf(name));
      look(found.get(name));
    }
  };
  look(from);
  const order = Object.keys(SHAPES);
  return Object.fromEntries([...found].sort(([a], [b]) => order.indexOf(a) - order.indexOf(b)));
}

function shapeOf(name: string): OpenApiSchema {
  const { about, fields = {}, example, openApiSchema } = SHAPES[name] as (typeof SHAPES)[string];
  const schema = openApiSchema ?? writeNamedSchema(name, NAMED);
  for (const [path, property] of propertiesOf(schema)) {
    const words = fields[path];
    if (words !== undefined) property.description = words;
  }
  return { description: about, ...schema, ...(example !== undefined && { examples: [example] }) };
}
