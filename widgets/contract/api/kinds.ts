import { LIMITS, type WireSchema } from './wire.ts';

/** One field, or one parameter, as the developers' pages tell of it. Names of shapes and codes stand in backticks. */
export interface Row {
  /** Its dotted path: `history.note`; `*` stands for any key. */
  path: string;
  required: boolean;
  /** What may stand in it, in Russian: «строка до 300 знаков». */
  kind: string;
  /** What it is, in Russian. */
  about: string;
}

const WORDS: Record<string, string> = {
  string: 'строка',
  integer: 'целое число',
  number: 'число',
  boolean: '`true` или `false`',
  object: 'объект',
};
const FORMATS: Record<string, string> = {
  date: 'день, как `2026-12-04`',
  'date-time': 'мгновение, как `2026-11-21T05:00:00Z`',
  email: 'электронный адрес',
  uuid: 'UUID',
  uri: 'адрес (URI)',
};
const OR = new Intl.ListFormat('ru', { type: 'disjunction' });
const PLURAL = new Intl.PluralRules('ru');
const NUMBER = new Intl.NumberFormat('ru');

const code = (value: unknown) => `\`${typeof value === 'string' ? value : JSON.stringify(value)}\``;
const refName = ($ref: string) => $ref.slice($ref.lastIndexOf('/') + 1);

/** What may stand where `schema` says, in Russian. Limits that hold everywhere are not told. */
export function kindOf(schema: WireSchema): string {
  const { $ref, format, pattern, type, items } = schema;
  if ($ref !== undefined) return `\`${refName($ref)}\``;
  if (schema.const !== undefined) return `всегда ${code(schema.const)}`;
  if (schema.enum) return OR.format(schema.enum.map(code));
  const choice = schema.anyOf ?? schema.oneOf;
  if (choice) return OR.format([...new Set(choice.map(kindOf))]);
  const told = [
    (format !== undefined && FORMATS[format]) || (items ? `список: ${kindOf(items)}` : WORDS[String(type)]),
    limitsOf(schema),
    pattern !== undefined && `по образцу \`${pattern}\``,
    schema.additionalProperties && `под любым именем — ${kindOf(schema.additionalProperties)}`,
    schema.default !== undefined && `без него ${code(schema.default)}`,
  ];
  return told.filter(Boolean).join(', ');
}

function limitsOf(schema: WireSchema): string | undefined {
  const { type, minLength, maxLength, minItems, maxItems } = schema;
  if (type === 'string' && FORMATS[schema.format ?? ''] === undefined)
    return between(minLength, below(maxLength, LIMITS.maxLength), ['знака', 'знаков']);
  if (type === 'array') return between(minItems, below(maxItems, LIMITS.maxItems), ['записи', 'записей']);
  const least = schema.minimum === LIMITS.minimum ? undefined : schema.minimum;
  return between(least, below(schema.maximum, LIMITS.maximum));
}

const below = (limit: number | undefined, common: number) => (limit === common ? undefined : limit);

function between(
  least: number | undefined,
  most: number | undefined,
  units?: readonly [one: string, many: string],
): string | undefined {
  const last = most ?? least;
  // Of nothing less than nothing, there is nothing to tell.
  if (last === undefined || (most === undefined && least === 0 && units)) return undefined;
  const unit = units ? ` ${PLURAL.select(last) === 'one' ? units[0] : units[1]}` : '';
  const from = least === undefined || (units && least === 0) ? '' : `от ${NUMBER.format(least)}`;
  const to = most === undefined ? '' : `до ${NUMBER.format(most)}`;
  if (units && least === most) return `ровно ${NUMBER.format(last)}${unit}`;
  return [from, to].filter((words) => words !== '').join(' ') + unit;
}

/** Fields of a shape, those within it too, in the order in which it names them. */
export function rowsOf(schema: WireSchema, at = ''): Row[] {
  const { items, additionalProperties, properties = {}, required = [] } = schema;
  return [
    ...(schema.anyOf ?? schema.oneOf ?? []).flatMap((part) => rowsOf(part, at)),
    ...(items ? rowsOf(items, at) : []),
    ...(additionalProperties ? rowsOf(additionalProperties, `${at}*.`) : []),
    ...Object.entries(properties).flatMap(([name, property]) => [
      {
        path: at + name,
        required: required.includes(name),
        kind: kindOf(property),
        about: property.description ?? '',
      },
      ...rowsOf(property, `${at}${name}.`),
    ]),
  ];
}

/** Fields that every variant of a shape has alike, and what each has of its own. */
export function variantsOf(schema: WireSchema): { common: Row[]; variants: Row[][] } {
  const [first = [], ...others] = (schema.oneOf ?? [schema]).map((variant) => rowsOf(variant));
  if (others.length === 0) return { common: first, variants: [] };
  const alike = new Set(
    first.map(same).filter((row) => others.every((rows) => rows.some((other) => same(other) === row))),
  );
  return {
    common: first.filter((row) => alike.has(same(row))),
    variants: [first, ...others].map((rows) => rows.filter((row) => !alike.has(same(row)))),
  };
}

const same = (row: Row) => JSON.stringify(row);
