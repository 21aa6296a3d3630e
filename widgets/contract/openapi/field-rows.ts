import { DEFAULT_LIMITS, type OpenApiSchema } from './openapi-schema.ts';

/** One field, or one parameter, as the developers' pages tell of it. Names of shapes and codes stand in backticks. */
export interface FieldRow {
  /** Its dotted path: `history.note`; `*` stands for any key. */
  path: string;
  required: boolean;
  /** What may stand in it, in Russian: «строка до 300 знаков». */
  type: string;
  /** What it is, in Russian. */
  about: string;
}

/** Fields of a shape. One of several variants has, besides those of all, fields of its own. */
export interface FieldRows {
  rows: FieldRow[];
  /** `condition` tells a variant from the others: «`kind` — `fines`». */
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
const OR = new Intl.ListFormat('ru', { type: 'disjunction' });
const PLURAL = new Intl.PluralRules('ru');
const NUMBER = new Intl.NumberFormat('ru');

const code = (value: unknown) => `\`${typeof value === 'string' ? value : JSON.stringify(value)}\``;

/** What may stand where `schema` says, in Russian. Limits that hold everywhere are not told. */
export function typeInWords(schema: OpenApiSchema): string {
  const { $ref, format = '', pattern, items, additionalProperties: any } = schema;
  if ($ref !== undefined) return code($ref.slice($ref.lastIndexOf('/') + 1));
  if (schema.const !== undefined) return `всегда ${code(schema.const)}`;
  if (schema.enum) return OR.format(schema.enum.map(code));
  const choice = schema.anyOf ?? schema.oneOf;
  if (choice) return OR.format([...new Set(choice.map(typeInWords))]);
  if (items) return `список${countOf(schema)}: ${typeInWords(items)}`;
  if (any) return `объект, под любым именем — ${typeInWords(any)}`;
  const kind = FORMAT_WORDS[format] ?? `${TYPE_WORDS[String(schema.type)] ?? ''}${limitsOf(schema)}`;
  const byPattern = pattern === undefined ? '' : ` по образцу ${code(pattern)}`;
  return kind + byPattern + (schema.default === undefined ? '' : `, без него ${code(schema.default)}`);
}

function limitsOf({ type, minLength, maxLength, minimum, maximum }: OpenApiSchema): string {
  if (type !== 'string')
    return range(
      unlessDefault(minimum, DEFAULT_LIMITS.minimum),
      unlessDefault(maximum, DEFAULT_LIMITS.maximum),
    );
  const [least, most] = [unlessDefault(minLength, 0), unlessDefault(maxLength, DEFAULT_LIMITS.maxLength)];
  const last = most ?? least;
  if (last === undefined) return '';
  return `${range(least, most)} ${PLURAL.select(last) === 'one' ? 'знака' : 'знаков'}`;
}

function countOf({ minItems, maxItems }: OpenApiSchema): string {
  if (minItems !== undefined && minItems === maxItems) return ` (ровно ${NUMBER.format(minItems)})`;
  const told = range(unlessDefault(minItems, 0), unlessDefault(maxItems, DEFAULT_LIMITS.maxItems));
  return told && ` (${told.trim()})`;
}

const unlessDefault = (limit: number | undefined, common: number) => (limit === common ? undefined : limit);
const range = (least: number | undefined, most: number | undefined) =>
  (least === undefined ? '' : ` от ${NUMBER.format(least)}`) +
  (most === undefined ? '' : ` до ${NUMBER.format(most)}`);

/** Fields of a shape and those within them, in the order in which it names them. */
export function fieldRowsOf(schema: OpenApiSchema): FieldRows {
  if (!schema.oneOf) return { rows: rowsOf(schema), variants: [] };
  const all = schema.oneOf.map((variant) => ({ condition: conditionOf(variant), rows: rowsOf(variant) }));
  const [first = [], ...others] = all.map(({ rows }) => new Set(rows.map(rowKey)));
  const alike = new Set([...first].filter((row) => others.every((rows) => rows.has(row))));
  return {
    rows: all[0]?.rows.filter((row) => alike.has(rowKey(row))) ?? [],
    variants: all.map(({ condition, rows }) => ({
      condition,
      rows: rows.filter((row) => !alike.has(rowKey(row))),
    })),
  };
}

const rowKey = (row: FieldRow) => JSON.stringify(row);

const conditionOf = ({ properties = {} }: OpenApiSchema) =>
  Object.entries(properties)
    .filter(([, property]) => property.const !== undefined)
    .map(([name, property]) => `${code(name)} — ${code(property.const)}`)
    .join(', ');

function rowsOf(schema: OpenApiSchema, at = ''): FieldRow[] {
  const { items, additionalProperties, properties = {}, required = [] } = schema;
  return [
    ...(schema.anyOf ?? schema.oneOf ?? []).flatMap((part) => rowsOf(part, at)),
    ...(items ? rowsOf(items, at) : []),
    ...(additionalProperties ? rowsOf(additionalProperties, `${at}*.`) : []),
    ...Object.entries(properties).flatMap(([name, property]) => [
      {
        path: at + name,
        required: required.includes(name),
        type: typeInWords(property),
        about: property.description ?? '',
      },
      ...rowsOf(property, `${at}${name}.`),
    ]),
  ];
}
