import { toJsonSchema, type ConversionConfig } from '@valibot/to-json-schema';
import * as v from 'valibot';

/** A JSON Schema (2020-12), with the keywords that the contract needs. It describes JSON before the portal parses it. */
export interface OpenApiSchema {
  $ref?: string;
  type?: string | string[];
  format?: string;
  description?: string;
  const?: unknown;
  enum?: unknown[];
  default?: unknown;
  examples?: unknown[];
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
  items?: OpenApiSchema;
  properties?: Record<string, OpenApiSchema>;
  required?: string[];
  additionalProperties?: OpenApiSchema | false;
  propertyNames?: OpenApiSchema;
  anyOf?: OpenApiSchema[];
  oneOf?: OpenApiSchema[];
  allOf?: OpenApiSchema[];
}

/** Limits of every string (characters), list (items) and whole number that has none of its own. */
export const DEFAULT_LIMITS = {
  maxLength: 10_000,
  maxItems: 1_000,
  minimum: -(2 ** 31),
  maximum: 2 ** 31 - 1,
};

/** The longest string of a format, in characters. */
const FORMAT_LENGTHS: Record<string, number> = { date: 10, 'date-time': 40, uuid: 36, email: 254 };

/** Actions of valibot that JSON Schema cannot express. The `about` or the `fields` of a shape say in words what they ask. */
const UNSUPPORTED_ACTIONS = [
  'clean',
  'trim',
  'check',
  'partial_check',
  'raw_check',
  'check_items',
  'to_lower_case',
  'to_upper_case',
];

/** How valibot schemas are converted to JSON Schema. */
const CONVERSION: ConversionConfig = {
  target: 'draft-2020-12',
  // The JSON that is sent has the form before parsing, in requests and in responses: «№ 22 2026 000001», not the parsed number.
  typeMode: 'input',
  ignoreActions: UNSUPPORTED_ACTIONS,
  overrideAction: ({ valibotAction, jsonSchema }) => {
    const { type, requirement } = valibotAction as { type: string; requirement?: unknown };
    // Patterns of JSON Schema are always Unicode-aware, so the flag `u` can go. The library gives up on any flag.
    return type === 'regex' &&
      requirement instanceof RegExp &&
      requirement.flags === 'u' &&
      !jsonSchema.pattern
      ? { ...jsonSchema, pattern: requirement.source }
      : undefined;
  },
  overrideRef: ({ referenceId }) => `#/components/schemas/${referenceId}`,
};

/**
 * Writes a valibot schema as JSON Schema. Schemas of `named` (name → schema) that occur in it become a `$ref`. Throws if JSON Schema
 * cannot express what valibot asks, or if a schema without a name refers to itself.
 *
 * @example writeOpenApiSchema(v.array(DaySchema), { Day: DaySchema })
 * // { type: 'array', items: { $ref: '#/components/schemas/Day' }, maxItems: 1000 }
 */
export function writeOpenApiSchema(
  schema: v.GenericSchema,
  named: Record<string, v.GenericSchema>,
): OpenApiSchema {
  const converted = toJsonSchema(schema, { ...CONVERSION, definitions: named }) as Converted;
  for (const name of Object.keys(converted.$defs ?? {}))
    if (!(name in named)) throw new Error(`A shape that refers to itself needs a name: ${schema.expects}`);
  delete converted.$schema;
  delete converted.$defs;
  return withLimits(converted);
}

/** Writes the schema that `named` has under a name, in full: {@link writeOpenApiSchema} would only write a `$ref` to it. */
export function writeNamedSchema(name: string, named: Record<string, v.GenericSchema>): OpenApiSchema {
  const { $defs } = toJsonSchema(v.never(), { ...CONVERSION, definitions: named }) as Converted;
  return withLimits($defs?.[name] ?? {});
}

/** What the library gives: a schema, and those that it refers to. */
interface Converted extends OpenApiSchema {
  $schema?: string;
  $defs?: Record<string, OpenApiSchema>;
}

/**
 * Copies a schema and gives every string, list and whole number in it a limit: OWASP's rules ask for it, so that a client can
 * trust the size of what it gets. Whole numbers also get their format, `int32` or `int64`.
 *
 * @example withLimits({ type: 'string' }) // { type: 'string', maxLength: 10000 }
 */
export function withLimits(schema: OpenApiSchema): OpenApiSchema {
  const limited = { ...schema };
  if (limited.type === 'string' && !limited.enum && limited.const === undefined)
    limited.maxLength ??= FORMAT_LENGTHS[limited.format ?? ''] ?? DEFAULT_LIMITS.maxLength;
  if (limited.type === 'array') limited.maxItems ??= DEFAULT_LIMITS.maxItems;
  if (limited.type === 'integer') {
    limited.minimum ??= DEFAULT_LIMITS.minimum;
    limited.maximum ??= DEFAULT_LIMITS.maximum;
    limited.format =
      Math.max(-limited.minimum - 1, limited.maximum) > DEFAULT_LIMITS.maximum ? 'int64' : 'int32';
  }
  if (!limited.required?.length) delete limited.required;
  if (limited.items) limited.items = withLimits(limited.items);
  if (limited.additionalProperties) limited.additionalProperties = withLimits(limited.additionalProperties);
  if (limited.propertyNames) limited.propertyNames = withLimits(limited.propertyNames);
  if (limited.properties)
    limited.properties = Object.fromEntries(
      Object.entries(limited.properties).map(([key, property]) => [key, withLimits(property)]),
    );
  for (const key of ['anyOf', 'oneOf', 'allOf'] as const)
    if (limited[key]) limited[key] = limited[key].map(withLimits);
  return limited;
}

/**
 * Every property in a schema, with its dotted path: `history.note`, `answers.*`. Does not follow a `$ref`: that shape has fields
 * itself.
 */
export function* propertiesOf(
  schema: OpenApiSchema,
  prefix = '',
): Generator<[path: string, property: OpenApiSchema]> {
  for (const part of [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])])
    yield* propertiesOf(part, prefix);
  if (schema.items) yield* propertiesOf(schema.items, prefix);
  if (schema.additionalProperties) yield* propertiesOf(schema.additionalProperties, `${prefix}*.`);
  for (const [key, property] of Object.entries(schema.properties ?? {})) {
    yield [prefix + key, property];
    yield* propertiesOf(property, `${prefix}${key}.`);
  }
}
