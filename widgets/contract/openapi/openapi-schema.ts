import { toJsonSchema, type ConversionConfig } from '@valibot/to-json-schema';
import * as v from 'valibot';

/** A JSON Schema (2020-12) of something on its way between widget and portal. */
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

/** What holds for every string, list and whole number that names no limits of its own. */
export const DEFAULT_LIMITS = {
  maxLength: 10_000,
  maxItems: 1_000,
  minimum: -(2 ** 31),
  maximum: 2 ** 31 - 1,
};

/** Characters that a format needs at most. */
const FORMAT_LENGTHS: Record<string, number> = { date: 10, 'date-time': 40, uuid: 36, email: 254 };

/** What valibot asks besides, and JSON Schema has no words for: the `about` of a shape or its `fields` say it. */
const UNSUPPORTED_ACTIONS = [
  'trim',
  'check',
  'partial_check',
  'raw_check',
  'check_items',
  'to_lower_case',
  'to_upper_case',
];

const CONVERSION: ConversionConfig = {
  target: 'draft-2020-12',
  // Both ways it is the form before parsing that stands on the wire.
  typeMode: 'input',
  ignoreActions: UNSUPPORTED_ACTIONS,
  overrideAction: ({ valibotAction, jsonSchema }) => {
    const { type, requirement } = valibotAction as { type: string; requirement?: unknown };
    // A pattern of JSON Schema is Unicode-aware by itself.
    return type === 'regex' &&
      requirement instanceof RegExp &&
      requirement.flags === 'u' &&
      !jsonSchema.pattern
      ? { ...jsonSchema, pattern: requirement.source }
      : undefined;
  },
  overrideRef: ({ referenceId }) => `#/components/schemas/${referenceId}`,
};

/** Writes a schema in JSON Schema's words; `named` ones are referred to. Throws where it cannot say what valibot asks for. */
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

/** Writes a named schema itself, not a reference to it. */
export function writeNamedSchema(name: string, named: Record<string, v.GenericSchema>): OpenApiSchema {
  const { $defs } = toJsonSchema(v.never(), { ...CONVERSION, definitions: named }) as Converted;
  return withLimits($defs?.[name] ?? {});
}

interface Converted extends OpenApiSchema {
  $schema?: string;
  $defs?: Record<string, OpenApiSchema>;
}

/** Gives every string, list and whole number a limit. */
export function withLimits(schema: OpenApiSchema): OpenApiSchema {
  const done = { ...schema };
  if (done.type === 'string' && !done.enum && done.const === undefined)
    done.maxLength ??= FORMAT_LENGTHS[done.format ?? ''] ?? DEFAULT_LIMITS.maxLength;
  if (done.type === 'array') done.maxItems ??= DEFAULT_LIMITS.maxItems;
  if (done.type === 'integer') {
    done.minimum ??= DEFAULT_LIMITS.minimum;
    done.maximum ??= DEFAULT_LIMITS.maximum;
    done.format = Math.max(-done.minimum - 1, done.maximum) > DEFAULT_LIMITS.maximum ? 'int64' : 'int32';
  }
  if (!done.required?.length) delete done.required;
  if (done.items) done.items = withLimits(done.items);
  if (done.additionalProperties) done.additionalProperties = withLimits(done.additionalProperties);
  if (done.propertyNames) done.propertyNames = withLimits(done.propertyNames);
  if (done.properties)
    done.properties = Object.fromEntries(
      Object.entries(done.properties).map(([key, property]) => [key, withLimits(property)]),
    );
  for (const key of ['anyOf', 'oneOf', 'allOf'] as const)
    if (done[key]) done[key] = done[key].map(withLimits);
  return done;
}

/** Every property within a schema by its dotted path, `*` for any key; what is referred to keeps its own. */
export function* propertiesOf(
  schema: OpenApiSchema,
  at = '',
): Generator<[path: string, property: OpenApiSchema]> {
  for (const part of [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])])
    yield* propertiesOf(part, at);
  if (schema.items) yield* propertiesOf(schema.items, at);
  if (schema.additionalProperties) yield* propertiesOf(schema.additionalProperties, `${at}*.`);
  for (const [key, property] of Object.entries(schema.properties ?? {})) {
    yield [at + key, property];
    yield* propertiesOf(property, `${at}${key}.`);
  }
}
