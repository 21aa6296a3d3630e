import { writeOpenApi } from '../../widgets/contract/openapi/openapi.ts';
import { ALTAI } from '../../widgets/contract/region/regions-for-tests.ts';
import type { Exchange } from './exchange.ts';
import type { Violation } from './replay.ts';

const base64 = (body: unknown) =>
  Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)).toString('base64');
const LIMITS = {
  ratelimit: '"address";r=599;t=1',
  'ratelimit-policy': '"address";q=600;w=60',
};
const HEADERS = { ...LIMITS, 'api-version': '1.0.0' };
const JSON_TYPE = { 'content-type': 'application/json' };
const PROBLEM = { 'content-type': 'application/problem+json; charset=utf-8' };
const KEY = { 'idempotency-key': '"8e03978e-40d5-43e8-bc93-6894a57f9324"' };

const exchange = (
  method: string,
  url: string,
  [status, body, answered]: [status: number, body: unknown, headers: Record<string, string>],
  { body: sent = '', ...headers }: Record<string, string> & { body?: string } = {},
): Exchange => ({
  method,
  url,
  headers,
  body: base64(sent),
  response: { status, headers: answered, body: base64(body) },
});

const problem = (type: string, status: number): [number, unknown, Record<string, string>] => [
  status,
  { type, title: 'Отказ', status },
  { ...HEADERS, ...PROBLEM },
];
const document = writeOpenApi(ALTAI);
const example = (name: string) => document.components.schemas[name]?.examples?.[0] as object;
const profile = [200, example('Profile'), { ...HEADERS, ...JSON_TYPE }] as [
  number,
  unknown,
  Record<string, string>,
];
const created = [
  201,
  example('ApplicationCreated'),
  { ...HEADERS, ...JSON_TYPE, location: '/v1/applications/22-2026-000001' },
] as [number, unknown, Record<string, string>];
const SIGNED_IN = { authorization: 'Bearer token' };
const SENT = { ...JSON_TYPE, body: JSON.stringify(example('ApplicationInput')) };

/** Exchanges made up here; for those that break the contract, what the judge has to say. */
const CASES: readonly [name: string, exchange: Exchange, complaint?: RegExp][] = [
  ['a good answer', exchange('GET', '/profile', profile, SIGNED_IN)],
  ['a good request', exchange('POST', '/applications', created, { ...SENT, ...KEY })],
  [
    'a request that the portal refuses too',
    exchange('POST', '/applications', problem('key-missing', 400), SENT),
  ],
  [
    'a request that cannot be read, and is refused',
    exchange('POST', '/applications', problem('malformed', 400), { ...SENT, ...KEY, body: '{' }),
  ],
  ['a path that nobody knows, refused', exchange('GET', '/nothing', problem('not-found', 404))],
  [
    'an answer of another shape',
    exchange('GET', '/profile', [200, { lastName: 5 }, { ...HEADERS, ...JSON_TYPE }], SIGNED_IN),
    /^response\.body/,
  ],
  [
    'an answer without a header that was promised',
    exchange('GET', '/profile', [200, example('Profile'), { ...LIMITS, ...JSON_TYPE }], SIGNED_IN),
    /^response\.header.*api-version/,
  ],
  [
    'a status that was not promised',
    exchange('GET', '/profile', problem('not-found', 404), SIGNED_IN),
    /^response.*status code/,
  ],
  [
    'a refusal of a kind that was not promised',
    exchange('GET', '/profile', [
      401,
      problem('fault', 401)[1],
      { ...HEADERS, ...PROBLEM, 'www-authenticate': 'Bearer' },
    ]),
    /^response\.body/,
  ],
  [
    'an answer that is no JSON',
    exchange('GET', '/profile', [200, 'x', { ...HEADERS, 'content-type': 'text/html' }], SIGNED_IN),
    /media type/,
  ],
  [
    'a request without its key, taken',
    exchange('POST', '/applications', created, SENT),
    /^request: .*idempotency-key/,
  ],
  ['a request without signing in, taken', exchange('GET', '/profile', profile), /security|^request/],
  ['a path that nobody knows, answered', exchange('GET', '/nothing', profile), /not in the contract/],
];

/** Exchanges that are judged beside the recorded ones: with them the judge shows that it sees what is wrong, and nothing else. */
export const PLANTED_EXCHANGES: readonly Exchange[] = CASES.map(([, planted]) => planted);

/** Names the planted exchanges of which the judge has said something else than it should. */
export const misjudgedExchanges = (violations: readonly Violation[]): string[] =>
  CASES.filter(([, planted, complaint]) => {
    const found = violations
      .filter((violation) => violation.exchange === planted)
      .map(({ message }) => message);
    return complaint ? !complaint.test(found.join('\n')) : found.length > 0;
  }).map(([name]) => name);
