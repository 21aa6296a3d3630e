// Longer than other modules: one attack, from its description to the bytes that are sent.
import fc from 'fast-check';

import { API, SHAPES } from '../../widgets/contract/openapi/api.ts';
import { fillRegion } from '../../widgets/contract/openapi/fill-region.ts';
import type { Operation } from '../../widgets/contract/openapi/operation.ts';
import { ALTAI } from '../../widgets/contract/region/regions-for-tests.ts';
import { hostileHeaders, anyMethod, pathTrick, hostileQuery } from './hostile-http.ts';
import { HOSTILE_STRINGS, hostileJsonText, jsonCorruption } from './hostile-json.ts';
import { MUNICIPALITY_ORIGIN, applicationOf } from './portal-under-test.ts';

/** Values of path parameters that exist, by the name of the parameter: `{ number: ['22-2026-000001'], draft: ['8e03…'] }`. */
export type KnownIds = Readonly<Record<string, readonly string[]>>;

/** All operations of the contract with their ids. */
export const OPERATIONS: readonly (readonly [id: string, Operation])[] = Object.entries<Operation>(API);

/**
 * The contract's example of a body, with values that exist. `things` has these values by key: for the key `number` the one at
 * index `pick` replaces the example's number.
 */
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

const JPEG = Buffer.from([0xff, 0xd8, 0xff, 0xda, 0, 2, 5, 6, 0xff, 0xd9]);
/** Valid values of headers that operations require. */
const VALID_HEADERS: Readonly<Record<string, string>> = {
  'Tus-Resumable': '1.0.0',
  'Upload-Length': '10',
  'Upload-Offset': '0',
  'Upload-Metadata': 'filename YS5qcGc=',
};

/** One hostile request: a valid request to an operation, and what is wrong with it. */
export interface Attack {
  /** Id of the operation: `getDraft`. */
  id: string;
  /** Whose token it has: Anna's (the victim is another citizen), none, or one that does not exist. */
  bearer: 'anna' | 'nobody' | 'junk';
  /** For each path parameter: index of a value that exists. */
  picks: readonly number[];
  /** For each path parameter: a hostile text instead of a value that exists. */
  words?: readonly string[] | undefined;
  /**
   * Replaces one value in the body. `where`, from 0 to 999, says which: 500 is the middle one. `text` is the new JSON; without
   * it the key is removed.
   */
  changed?: { where: number; text?: string | undefined } | undefined;
  /** Changes the bytes of the body. */
  spoil?: ((json: Buffer) => Buffer) | undefined;
  /** Hostile headers. */
  headers?: readonly (readonly [string, string])[] | undefined;
  /** Query, without `?`. */
  query?: string | undefined;
  /** Changes the path. */
  trick?: ((path: string) => string) | undefined;
  /** Another method than the operation's. */
  method?: string | undefined;
}

/** Gives a value `weight` times in ten, else `undefined`. */
const sometimes = <T>(weight: number, arbitrary: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 10 - weight, arbitrary: fc.constant(undefined) }, { weight, arbitrary });

/**
 * Makes random hostile requests to any operation. Most have one or two things wrong: with more, the portal would always refuse
 * the first one, and never come to the others.
 */
export const anyAttack: fc.Arbitrary<Attack> = fc.record({
  // Operations with a body come four times as often: more can be wrong with them.
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

/** Writes an attack as the bytes of an HTTP request. `token` is Anna's access token. */
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
    'Idempotency-Key': operation.keyName && `"${crypto.randomUUID()}"`,
    ...Object.fromEntries(Object.keys(operation.headers ?? {}).map((name) => [name, VALID_HEADERS[name]])),
  };
  // Anna's hostile headers are added to the valid ones, so that a header comes twice. Those of others replace them.
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

/**
 * The name of the things that an `{id}` in a path identifies.
 *
 * @example resourceNameIn('/drafts/{id}') // 'draft'
 */
export const resourceNameIn = (path: string): string =>
  path.replace(/^\/(?:v1\/)?([\w-]+?)s?(?:\/.*)?$/, '$1');

/** The values of the path parameters in an attack, from left to right. */
export function pathValuesOf({ id, picks, words }: Attack, things: KnownIds): string[] {
  const { path }: Operation = API[id as keyof typeof API];
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ''], i) => {
    const known = things[name === 'id' ? resourceNameIn(path) : name] ?? ['x'];
    return words?.[i] ?? known[(picks[i] ?? 0) % known.length] ?? '';
  });
}

/** Percent-encodes each byte, also of texts that are no valid Unicode: `а` becomes `%d0%b0`. */
const percent = (text: string) =>
  [...Buffer.from(text)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');

/** Stands in the JSON where `changed.text` goes: the text may be no valid JSON, so `JSON.stringify` cannot write it. */
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
    const setters = settersIn(example);
    const setValue = setters[Math.floor((changed.where / 1000) * setters.length)];
    setValue?.(changed.text === undefined ? undefined : HOLE);
    json = JSON.stringify(example).replace(`"${HOLE}"`, () => changed.text ?? '');
  }
  return spoil ? spoil(Buffer.from(json)) : Buffer.from(json);
}

/** For each value within a JSON value: a function that replaces it. Also one for each object that adds an unknown key. */
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
