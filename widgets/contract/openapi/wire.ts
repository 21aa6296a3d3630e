import { toJsonSchema, type ConversionConfig } from '@valibot/to-json-schema';
import * as v from 'valibot';

/** A JSON Schema (2020-12) of something on its way between widget and portal. */
export interface WireSchema {
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
  items?: WireSchema;
  properties?: Record<string, WireSchema>;
  required?: string[];
  additionalProperties?: WireSchema | false;
  propertyNames?: WireSchema;
  anyOf?: WireSchema[];
  oneOf?: WireSchema[];
  allOf?: WireSchema[];
}

/** What holds for every string, list and whole number that names no limits of its own. */
export const LIMITS = { maxLength: 10_000, maxItems: 1_000, minimum: -(2 ** 31), maximum: 2 ** 31 - 1 };

/** Characters that a format needs at most. */
const LENGTHS: Record<string, number> = { date: 10, 'date-time': 40, uuid: 36, email: 254 };

/** What valibot asks besides, and JSON Schema has no words for: the `about` of a shape or its `fields` say it. */
const UNSAID = [
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
  ignoreActions: UNSAID,
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
export function wireSchema(schema: v.GenericSchema, named: Record<string, v.GenericSchema>): WireSchema {
  const converted = toJsonSchema(schema, { ...CONVERSION, definitions: named }) as Converted;
  for (const name of Object.keys(converted.$defs ?? {}))
    if (!(name in named)) throw new Error(`A shape that refers to itself needs a name: ${schema.expects}`);
  delete converted.$schema;
  delete converted.$defs;
  return limited(converted);
}

/** Writes a named schema itself, not a reference to it. */
export function namedSchema(name: string, named: Record<string, v.GenericSchema>): WireSchema {
  const { $defs } = toJsonSchema(v.never(), { ...CONVERSION, definitions: named }) as Converted;
  return limited($defs?.[name] ?? {});
}

interface Converted extends WireSchema {
  $schema?: string;
  $defs?: Record<string, WireSchema>;
}

/** Gives every string, list and whole number a limit. */
export function limited(schema: WireSchema): WireSchema {
  const done = { ...schema };
  if (done.type === 'string' && !done.enum && done.const === undefined)
    done.maxLength ??= LENGTHS[done.format ?? ''] ?? LIMITS.maxLength;
  if (done.type === 'array') done.maxItems ??= LIMITS.maxItems;
  if (done.type === 'integer') {
    done.minimum ??= LIMITS.minimum;
    done.maximum ??= LIMITS.maximum;
    done.format = Math.max(-done.minimum - 1, done.maximum) > LIMITS.maximum ? 'int64' : 'int32';
  }
  if (!done.required?.length) delete done.required;
  if (done.items) done.items = limited(done.items);
  if (done.additionalProperties) done.additionalProperties = limited(done.additionalProperties);
  if (done.propertyNames) done.propertyNames = limited(done.propertyNames);
  if (done.properties)
    done.properties = Object.fromEntries(
      Object.entries(done.properties).map(([key, property]) => [key, limited(property)]),
    );
  for (const key of ['anyOf', 'oneOf', 'allOf'] as const) if (done[key]) done[key] = done[key].map(limited);
  return done;
}

/** Every property within a schema by its dotted path, `*` for any key; what is referred to keeps its own. */
export function* propertiesOf(schema: WireSchema, at = ''): Generator<[path: string, property: WireSchema]> {
  for (const part of [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])])
    yield* propertiesOf(part, at);
  if (schema.items) yield* propertiesOf(schema.items, at);
  if (schema.additionalProperties) yield* propertiesOf(schema.additionalProperties, `${at}*.`);
  for (const [key, property] of Object.entries(schema.properties ?? {})) {
    yield [at + key, property];
    yield* propertiesOf(property, `${at}${key}.`);
  }
}
