/** As much of JSON Schema as the content's schemas use. */
export interface SupportedJsonSchema {
  type?: string;
  enum?: string[];
  pattern?: string;
  minLength?: number;
  minimum?: number;
  maximum?: number;
  properties?: Record<string, SupportedJsonSchema>;
  required?: string[];
  additionalProperties?: boolean;
  items?: SupportedJsonSchema;
  minItems?: number;
  format?: string;
  examples?: unknown[];
  /** Schemas that refer to themselves. Others name them: `{ $ref: '#/$defs/0' }`. */
  $defs?: Record<string, SupportedJsonSchema>;
  $ref?: string;
}

/** A place in a value, and the schemas that may be named there. */
interface Place {
  path: string;
  defs: Record<string, SupportedJsonSchema>;
}

const KNOWN =
  /^(?:type|enum|pattern|minLength|minimum|maximum|properties|required|additionalProperties|items|minItems|format|examples|title|description|default|\$schema|\$defs)$/;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const TYPES: Record<string, (value: unknown) => boolean> = {
  string: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number',
  integer: Number.isInteger,
  array: Array.isArray,
  object: isRecord,
};

/** Where a value is not as a schema says: `.сроки.0.значение: type`. Throws at a keyword that it does not know. */
export const schemaViolations = (schema: SupportedJsonSchema, value: unknown): Generator<string> =>
  violationsAt(schema, value, { path: '', defs: schema.$defs ?? {} });

function* violationsAt(written: SupportedJsonSchema, value: unknown, place: Place): Generator<string> {
  const { path, defs } = place;
  const schema = written.$ref === undefined ? written : (defs[written.$ref.replace('#/$defs/', '')] ?? {});
  const strange = Object.keys(schema).find((keyword) => !KNOWN.test(keyword));
  if (strange) throw new Error(`${path}: the keyword ${strange} is not known`);
  if (!TYPES[schema.type ?? '']?.(value)) yield `${path}: type`;
  else if (typeof value === 'string') yield* textViolations(schema, value, path);
  else if (typeof value === 'number') {
    if (value < (schema.minimum ?? -Infinity)) yield `${path}: minimum`;
    if (value > (schema.maximum ?? Infinity)) yield `${path}: maximum`;
  } else if (Array.isArray(value)) {
    if (value.length < (schema.minItems ?? 0)) yield `${path}: minItems`;
    for (const [i, item] of value.entries())
      yield* violationsAt(schema.items ?? {}, item, { defs, path: `${path}.${i}` });
  } else if (isRecord(value)) yield* objectViolations(schema, value, place);
}

function* textViolations(schema: SupportedJsonSchema, value: string, path: string): Generator<string> {
  if (schema.enum?.includes(value) === false) yield `${path}: enum`;
  if (value.length < (schema.minLength ?? 0)) yield `${path}: minLength`;
  if (!new RegExp(schema.pattern ?? '', 'u').test(value)) yield `${path}: pattern`;
  if (schema.format === 'date' && Number.isNaN(Date.parse(value))) yield `${path}: format`;
}

function* objectViolations(
  schema: SupportedJsonSchema,
  value: Record<string, unknown>,
  { path, defs }: Place,
): Generator<string> {
  for (const name of schema.required ?? []) if (!(name in value)) yield `${path}.${name}: required`;
  for (const [name, part] of Object.entries(value)) {
    const known = schema.properties?.[name];
    if (known) yield* violationsAt(known, part, { defs, path: `${path}.${name}` });
    else if (schema.additionalProperties === false) yield `${path}.${name}: additionalProperties`;
  }
}
