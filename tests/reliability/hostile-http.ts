// Longer than other modules: lists of hostile headers, queries and paths.
import fc from 'fast-check';

const line = fc.string({
  unit: fc.constantFrom(...Array.from(' !"#$%&\'()*+,-./0189:;<=>?@AZ[\\]^_`az{|}~')),
  maxLength: 60,
});
const names = fc.constantFrom(
  ...[
    'Content-Type',
    'Authorization',
    'Idempotency-Key',
    'Okno-Case-Code',
    'If-Match',
    'If-None-Match',
    'Last-Event-ID',
  ],
  ...[
    'Tus-Resumable',
    'Upload-Length',
    'Upload-Offset',
    'Upload-Metadata',
    'Upload-Checksum',
    'Accept',
    'Range',
    'Cookie',
  ],
  ...[
    'Host',
    'X-Forwarded-For',
    'X-Forwarded-Host',
    'X-HTTP-Method-Override',
    'Forwarded',
    'Content-Encoding',
    'Expect',
  ],
  ...['Access-Control-Request-Method', 'Referer', 'Accept-Language', 'X-Original-URL', 'TE', 'Upgrade'],
);
const values = fc.oneof(
  line,
  fc.constantFrom(
    ...[
      'text/plain',
      'application/json; charset=utf-16',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
    ],
    ...[
      'application/json;;',
      'APPLICATION/JSON',
      'application/jsonp',
      'application/offset+octet-stream',
      '*/*',
      'gzip',
      'chunked',
    ],
    ...[
      'Bearer',
      'Bearer ',
      'Bearer null',
      'Bearer a b',
      'Basic YTpi',
      'bearer x',
      `Bearer ${'A'.repeat(9000)}`,
      'DPoP x',
    ],
    ...[
      '""',
      '"short"',
      '"aaaaaaaaaaaaaaaa"',
      `"${'k'.repeat(201)}"`,
      '"unclosed-key-1234567',
      'W/"1"',
      '*',
      '"1", "2"',
      '"\\"',
    ],
    ...[
      '0',
      '-1',
      '1e3',
      '01',
      '99999999999999999999',
      '0x10',
      '1.0.0',
      '0.2.2',
      'filename ///',
      'filename',
      'a b,c d,filename YQ==',
    ],
    ...[
      'sha1 x',
      'md5 YQ==',
      '12345678',
      '127.0.0.1',
      'bytes=0-',
      '100-continue',
      'DELETE',
      'websocket',
      '\xff\xfe',
      'a\tb',
    ],
    'x'.repeat(12_000),
  ),
);
/** Makes one to three hostile headers, as pairs of name and value. A name may come twice. */
export const hostileHeaders: fc.Arbitrary<[string, string][]> = fc.array(fc.tuple(names, values), {
  minLength: 1,
  maxLength: 3,
});

/** Makes a hostile query, without `?`. */
export const hostileQuery: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    ...[
      'limit=-1',
      'limit=0',
      'limit=1e9',
      'limit=1&limit=2',
      'limit[]=1',
      'limit=%00',
      'limit=',
      'limit=1.5',
      'limit=99999999999999',
    ],
    ...[
      'after=',
      'after=%ff%fe',
      'after=%',
      'after=%u0041',
      'after=-1',
      'after=0',
      'after=a&after=b',
      'after=__proto__',
      'after=9e99',
    ],
    ...[
      'from=2026-02-30&days=-1',
      'days=100000',
      'from=%D0%BF',
      'from=9999-12-31&days=31',
      '__proto__[x]=1',
      'constructor=1',
      '&&&=&',
      '?',
    ],
    'a=1&'.repeat(2000),
  ),
  fc.webQueryParameters(),
);

/** Makes a function that changes a path: adds a slash, climbs to the folder above, changes letters. */
export const pathTrick: fc.Arbitrary<(path: string) => string> = fc.constantFrom<
  ((path: string) => string)[]
>(
  (path) => `${path}/`,
  (path) => path.replace('/v1', '//v1'),
  (path) => path.replace('/v1/', '/v1//'),
  (path) => path.replace('/v1/', '/v1/./'),
  (path) => path.replace('/v1/', '/v1/x/../'),
  (path) => path.replace('/v1/', '/v1/%2e%2e/v1/'),
  (path) => path.replace('/v1/', '/v1/..;/v1/'),
  (path) => path.replace('/v1/', '/v1%2f'),
  (path) => path.replace('/v1/', '/sandbox/..%2fv1/'),
  (path) => path.replace('/v1/', '/V1/'),
  (path) => path.toUpperCase(),
  (path) => `${path};v=1`,
  (path) => `${path}%00`,
  (path) => `${path}%20`,
  (path) => `${path}.json`,
  (path) => `${path}%`,
  (path) => `${path}%ff`,
  (path) => `${path}\\..\\`,
  (path) => `${path}#x`,
  (path) => `${path}/${'a/'.repeat(3000)}`,
  (path) => `${path}${'a'.repeat(9000)}`,
  (path) => `http://evil.test${path}`,
  (path) => `http://127.0.0.1:1${path}`,
  () => '/v1',
  () => '/v1/',
  () => '/v1/uploads/../../etc/passwd',
  () => '/v1/uploads/%2e%2e%2f%2e%2e%2fsandbox.sqlite',
  () => '/v1/uploads/..%5c..%5csandbox.sqlite.key',
);

/** Makes any method of HTTP, WebDAV or caches. */
export const anyMethod = fc.constantFrom(
  ...[
    'GET',
    'HEAD',
    'POST',
    'PUT',
    'PATCH',
    'DELETE',
    'OPTIONS',
    'TRACE',
    'PROPFIND',
    'MKCOL',
    'PURGE',
    'QUERY',
    'SEARCH',
    'REPORT',
  ],
);
