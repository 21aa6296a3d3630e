import { DEFAULT_LIMITS, type OpenApiSchema } from './openapi-schema.ts';

/** One field or parameter, as the pages for developers show it. Names of shapes and code stand in backticks. */
export interface FieldRow {
  /** Dotted path: `history.note`; `*` stands for any key: `answers.*`. */
  path: string;
  /** Whether a field is always there, or a parameter has to be sent. */
  required: boolean;
  /** Its type and limits, in Russian: «строка до 300 знаков». */
  type: string;
  /** Its description, in Russian. */
  about: string;
}

/**
 * The fields of a shape. If it has variants (`oneOf`), `rows` has the fields that all variants share, and `variants` the others:
 * `InstantInput` has no shared ones, and `plate` and `licence` where `kind` is `fines`.
 */
export interface FieldRows {
  /** In the order of the schema; a field is followed by the fields in it. */
  rows: FieldRow[];
  /** `condition` names the fields whose constant value tells a variant from the others: «`kind` — `fines`». */
  variants: { condition: string; rows: FieldRow[] }[];
}

const TYPE_WORDS: Record<string, string> = {
  string: 'строка',
  integer: 'целое число',
  number: 'число',
  boolean: '`true` или `false`',
  object: 'объект',
};
const FORMAT_WORDS: Record<string, string> = {
  date: 'день: `2026-12-04`',
  'date-time': 'мгновение: `2026-11-21T05:00:00Z`',
  email: 'электронный адрес',
  uuid: 'UUID',
  uri: 'адрес (URI)',
};
const OR_LIST = new Intl.ListFormat('ru', { type: 'disjunction' });
const PLURAL_RULES = new Intl.PluralRules('ru');
const NUMBER_FORMAT = new Intl.NumberFormat('ru');

/** A value in backticks, as the pages write code: `` `true` ``, `` `fines` ``. */
const inBackticks = (value: unknown) => `\`${typeof value === 'string' ? value : JSON.stringify(value)}\``;

/**
 * The type and the limits of a schema, in Russian. {@link DEFAULT_LIMITS} are left out: the page names them once.
 *
 * @example typeInWords({ type: 'string', minLength: 1, maxLength: 300 }) // 'строка от 1 до 300 знаков'
 * @example typeInWords({ type: 'array', items: { $ref: '#/components/schemas/Upload' } }) // 'список: `Upload`'
 */
export function typeInWords(schema: OpenApiSchema): string {
  const { $ref, format = '', pattern, items, additionalProperties } = schema;
  if ($ref !== undefined) return inBackticks($ref.slice($ref.lastIndexOf('/') + 1));
  if (schema.const !== undefined) return `всегда ${inBackticks(schema.const)}`;
  if (schema.enum) return OR_LIST.format(schema.enum.map(inBackticks));
  const variants = schema.anyOf ?? schema.oneOf;
  if (variants) return OR_LIST.format([...new Set(variants.map(typeInWords))]);
  if (items) return `список${itemCountInWords(schema)}: ${typeInWords(items)}`;
  if (additionalProperties) return `объект, под любым именем — ${typeInWords(additionalProperties)}`;
  const type = FORMAT_WORDS[format] ?? `${TYPE_WORDS[String(schema.type)] ?? ''}${limitsInWords(schema)}`;
  const byPattern = pattern === undefined ? '' : ` по образцу ${inBackticks(pattern)}`;
  return type + byPattern + (schema.default === undefined ? '' : `, без него ${inBackticks(schema.default)}`);
}

/** The limits of a string, « от 1 до 300 знаков», or number, « от 0 до 100»; empty if it has only {@link DEFAULT_LIMITS}. */
function limitsInWords({ type, minLength, maxLength, minimum, maximum }: OpenApiSchema): string {
  if (type !== 'string')
    return rangeInWords(
      unlessDefault(minimum, DEFAULT_LIMITS.minimum),
      unlessDefault(maximum, DEFAULT_LIMITS.maximum),
    );
  const [min, max] = [unlessDefault(minLength, 0), unlessDefault(maxLength, DEFAULT_LIMITS.maxLength)];
  const last = max ?? min;
  if (last === undefined) return '';
  // The noun agrees with the last number in the genitive: «до 21 знака», «от 5 до 20 знаков».
  return `${rangeInWords(min, max)} ${PLURAL_RULES.select(last) === 'one' ? 'знака' : 'знаков'}`;
}

/** The limits of a list, « (от 2 до 10)»; empty if it has only {@link DEFAULT_LIMITS}. */
function itemCountInWords({ minItems, maxItems }: OpenApiSchema): string {
  if (minItems !== undefined && minItems === maxItems) return ` (ровно ${NUMBER_FORMAT.format(minItems)})`;
  const range = rangeInWords(unlessDefault(minItems, 0), unlessDefault(maxItems, DEFAULT_LIMITS.maxItems));
  return range && ` (${range.trim()})`;
}

/** A limit; `undefined` if it is the default one, which is not shown. */
const unlessDefault = (limit: number | undefined, defaultLimit: number) =>
  limit === defaultLimit ? undefined : limit;
/** « от 1 до 300»; empty without both limits. */
const rangeInWords = (min: number | undefined, max: number | undefined) =>
  (min === undefined ? '' : ` от ${NUMBER_FORMAT.format(min)}`) +
  (max === undefined ? '' : ` до ${NUMBER_FORMAT.format(max)}`);

/** Lists the fields of a shape and the fields in them, in the order of the schema. */
export function fieldRowsOf(schema: OpenApiSchema): FieldRows {
  if (!schema.oneOf) return { rows: rowsOf(schema), variants: [] };
  const variants = schema.oneOf.map((variant) => ({
    condition: conditionOf(variant),
    rows: rowsOf(variant),
  }));
  const [firstKeys = [], ...otherKeys] = variants.map(({ rows }) => new Set(rows.map(rowKey)));
  const commonKeys = new Set([...firstKeys].filter((key) => otherKeys.every((keys) => keys.has(key))));
  return {
    rows: variants[0]?.rows.filter((row) => commonKeys.has(rowKey(row))) ?? [],
    variants: variants.map(({ condition, rows }) => ({
      condition,
      rows: rows.filter((row) => !commonKeys.has(rowKey(row))),
    })),
  };
}

/** Rows with the same key are the same field with the same type and description. */
const rowKey = (row: FieldRow) => JSON.stringify(row);

/** «`kind` — `fines`»: the fields of a variant that have a constant value. */
const conditionOf = ({ properties = {} }: OpenApiSchema) =>
  Object.entries(properties)
    .filter(([, property]) => property.const !== undefined)
    .map(([name, property]) => `${inBackticks(name)} — ${inBackticks(property.const)}`)
    .join(', ');

/** The fields in a schema. `prefix` stands before each path: `history.` for the fields in `history`. */
function rowsOf(schema: OpenApiSchema, prefix = ''): FieldRow[] {
  const { items, additionalProperties, properties = {}, required = [] } = schema;
  return [
    ...(schema.anyOf ?? schema.oneOf ?? []).flatMap((part) => rowsOf(part, prefix)),
    ...(items ? rowsOf(items, prefix) : []),
    ...(additionalProperties ? rowsOf(additionalProperties, `${prefix}*.`) : []),
    ...Object.entries(properties).flatMap(([name, property]) => [
      {
        path: prefix + name,
        required: required.includes(name),
        type: typeInWords(property),
        about: property.description ?? '',
      },
      ...rowsOf(property, `${prefix}${name}.`),
    ]),
  ];
}
