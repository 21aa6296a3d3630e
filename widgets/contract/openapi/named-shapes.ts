import { SHAPES } from './api.ts';
import { writeNamedSchema, propertiesOf, type OpenApiSchema } from './openapi-schema.ts';

/** Name of a shape → its valibot schema. Where one of them occurs in another schema, the document has a `$ref` to it. */
export const NAMED_SCHEMAS = Object.fromEntries(
  Object.entries(SHAPES).map(([name, { schema }]) => [name, schema]),
);

/** Writes the shapes that `from` refers to by `$ref`, directly or through other shapes, in the order of `SHAPES`: name → schema. */
export function reachableShapes(from: unknown): Record<string, OpenApiSchema> {
  const shapes = new Map<string, OpenApiSchema>();
  const addShapesOf = (value: unknown) => {
    for (const [, name = ''] of JSON.stringify(value).matchAll(/"#\/components\/schemas\/(\w+)"/g)) {
      if (shapes.has(name)) continue;
      const shape = writeShape(name);
      shapes.set(name, shape);
      addShapesOf(shape);
    }
  };
  addShapesOf(from);
  const names = Object.keys(SHAPES);
  return Object.fromEntries([...shapes].sort(([a], [b]) => names.indexOf(a) - names.indexOf(b)));
}

/** The JSON Schema of a named shape, with the descriptions and the example of its `docs.ts`. */
function writeShape(name: string): OpenApiSchema {
  const { about, fields = {}, example, openApiSchema } = SHAPES[name] as (typeof SHAPES)[string];
  const schema = openApiSchema ?? writeNamedSchema(name, NAMED_SCHEMAS);
  for (const [path, property] of propertiesOf(schema)) {
    const description = fields[path];
    if (description !== undefined) property.description = description;
  }
  return { description: about, ...schema, ...(example !== undefined && { examples: [example] }) };
}
