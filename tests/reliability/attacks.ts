// Longer than most: one attack, from its description to the bytes that are sent.
import fc from 'fast-check';

import { API, SHAPES } from '../../widgets/contract/openapi/api.ts';
import { fillRegion } from '../../widgets/contract/openapi/fill-region.ts';
import type { Operation } from '../../widgets/contract/openapi/operation.ts';
import { ALTAI } from '../../widgets/contract/region/regions-for-tests.ts';
import { hostileHeaders, anyMethod, pathTrick, hostileQuery } from './hostile-http.ts';
import { HOSTILE_STRINGS, hostileJsonText, jsonCorruption } from './hostile-json.ts';
import { MUNICIPALITY_ORIGIN, applicationOf } from './portal-under-test.ts';

/** Values that stand in paths, by the name of the parameter: those of a victim first. */
export type KnownIds = Readonly<Record<string, readonly string[]>>;

export const OPERATIONS: readonly (readonly [id: string, Operation])[] = Object.entries<Operation>(API);

/** A body that the contract gives as an example; about one of the `things`, where it names one by that key. */
export function exampleBodyOf({ body }: Operation, things: KnownIds = {}, pick = 0): unknown {
  const { example = {} } = Object.values(SHAPES).find(({ schema }) => schema === body) ?? {};
  if (!body) return undefined;
  return JSON.parse(JSON.stringify(fillRegion(example, ALTAI)), (key, value: unknown) => {
    const known = things[key === 'application' ? 'number' : key];
    if (typeof value === 'object' && value !== null && 'formVersion' in value)
      return { ...value, ...applicationOf('Примеров') };
    return known?.length ? known[pick % known.length] : value;
  });
}

const JPEG = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3, 4, 5, 6]);
/** Headers without which nothing goes further. */
const GOOD: Readonly<Record<string, string>> = {
  'Tus-Resumable': '1.0.0',
  'Upload-Length': '10',
  'Upload-Offset': '0',
  'Upload-Metadata': 'filename YS5qcGc=',
};

/** One request and what is wrong with it. */
export interface Attack {
  id: string;
  /** Whose token it bears: that of another citizen, none, or one that nobody has. */
  bearer: 'anna' | 'nobody' | 'junk';
  /** Which of the known things stands in the path, or what word. */
  picks: readonly number[];
  words?: readonly string[] | undefined;
  /** Where in the body something else stands, from 0 to 999; and what. Without `text` it is left out. */
  changed?: { where: number; text?: string | undefined } | undefined;
  spoil?: ((json: Buffer) => Buffer) | undefined;
  headers?: readonly (readonly [string, string])[] | undefined;
  query?: string | undefined;
  trick?: ((path: string) => string) | undefined;
  method?: string | undefined;
}

/** `weight` times in ten. */
const sometimes = <T>(weight: number, arbitrary: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 10 - weight, arbitrary: fc.constant(undefined) }, { weight, arbitrary });

/** Any request to any operation; most have one or two things wrong, so that it is not always the first that is refused. */
export const anyAttack: fc.Arbitrary<Attack> = fc.record({
  // What takes a body can be done wrong in more ways.
  id: fc.constantFrom(...OPERATIONS.flatMap(([id, { body }]) => (body ? [id, id, id, id] : [id]))),
  bearer: fc.oneof(
    { weight: 8, arbitrary: fc.constant('anna' as const) },
    { weight: 1, arbitrary: fc.constant('nobody' as const) },
    { weight: 1, arbitrary: fc.constant('junk' as const) },
  ),
  picks: fc.tuple(fc.nat(99), fc.nat(99)),
  words: sometimes(2, fc.tuple(fc.constantFrom(...HOSTILE_STRINGS), fc.constantFrom(...HOSTILE_STRINGS))),
  changed: sometimes(5, fc.record({ where: fc.nat(999), text: sometimes(8, hostileJsonText) })),
  spoil: sometimes(1, jsonCorruption),
  headers: sometimes(2, hostileHeaders),
  query: sometimes(2, hostileQuery),
  trick: sometimes(1, pathTrick),
  method: sometimes(1, anyMethod),
});

/** The bytes of an attack as they go over the wire. */
export function attackBytes(attack: Attack, things: KnownIds, token: string): Buffer {
  const operation: Operation = API[attack.id as keyof typeof API];
  const path = attack.trick?.(pathOf(attack, operation, things)) ?? pathOf(attack, operation, things);
  const body = bodyOf(attack, operation, things);
  const own = attack.headers?.map(([name]) => name.toLowerCase()) ?? [];
  const bearer = { anna: `Bearer ${token}`, nobody: undefined, junk: 'Bearer junk' }[attack.bearer];
  const right = {
    Host: 'localhost',
    Connection: 'close',
    Origin: MUNICIPALITY_ORIGIN,
    Authorization: bearer,
    'Content-Type': operation.mediaType ?? (body && 'application/json'),
    'Content-Length': body && String(body.length),
    'Idempotency-Key': operation.needsIdempotencyKey && `"${crypto.randomUUID()}"`,
    ...Object.fromEntries(Object.keys(operation.headers ?? {}).map((name) => [name, GOOD[name]])),
  };
  // Anna's wrong headers stand beside the right ones, those of others in their place.
  const kept = Object.entries(right).flatMap(([name, value]) =>
    value === undefined || (own.includes(name.toLowerCase()) && attack.bearer !== 'anna')
      ? []
      : [[name, value]],
  );
  const lines = [...kept, ...(attack.headers ?? [])].map(([name, value]) => `${name}: ${value}\r\n`);
  const target = attack.query === undefined ? path : `${path}?${attack.query}`;
  const head = `${attack.method ?? operation.method.toUpperCase()} ${target} HTTP/1.1\r\n${lines.join('')}\r\n`;
  return Buffer.concat([Buffer.from(head, 'latin1'), body ?? Buffer.of()]);
}

function pathOf(attack: Attack, { path }: Operation, things: KnownIds): string {
  const values = pathValuesOf(attack, things);
  return `/v1${path.replaceAll(/\{\w+\}/g, () => percent(values.shift() ?? ''))}`;
}

/** What `{id}` is the id of: `draft` in `/drafts/{id}`. */
export const resourceNameIn = (path: string): string =>
  path.replace(/^\/(?:v1\/)?([\w-]+?)s?(?:\/.*)?$/, '$1');

/** What stands in the path of an attack, from the left. */
export function pathValuesOf({ id, picks: picks, words }: Attack, things: KnownIds): string[] {
  const { path }: Operation = API[id as keyof typeof API];
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ''], i) => {
    const known = things[name === 'id' ? resourceNameIn(path) : name] ?? ['x'];
    return words?.[i] ?? known[(picks[i] ?? 0) % known.length] ?? '';
  });
}

/** Percent-encoded, also what is no Unicode. */
const percent = (text: string) =>
  [...Buffer.from(text)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');

const HOLE = '@hole@';

function bodyOf(
  { changed, spoil, picks: [pick] }: Attack,
  operation: Operation,
  things: KnownIds,
): Buffer | undefined {
  if (operation.mediaType) return spoil ? spoil(JPEG) : JPEG;
  if (!operation.body) return spoil?.(Buffer.from('{}'));
  const example = exampleBodyOf(operation, things, pick);
  let json = JSON.stringify(example);
  if (changed) {
    const places = settersIn(example);
    const place = places[Math.floor((changed.where / 1000) * places.length)];
    place?.(changed.text === undefined ? undefined : HOLE);
    json = JSON.stringify(example).replace(`"${HOLE}"`, () => changed.text ?? '');
  }
  return spoil ? spoil(Buffer.from(json)) : Buffer.from(json);
}

/** Everything in a JSON value that can be set to something else, and a new key in each object. */
function settersIn(value: unknown): ((other: unknown) => void)[] {
  if (typeof value !== 'object' || value === null) return [];
  const all = value as Record<string, unknown>;
  return [...Object.keys(all), 'unknown'].flatMap((key) => [
    (other: unknown) => {
      all[key] = other;
    },
    ...settersIn(all[key]),
  ]);
}
