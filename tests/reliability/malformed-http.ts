import fc from 'fast-check';

const POST =
  'POST /v1/applications HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nConnection: close\r\n';
const SMUGGLED = 'DELETE /v1/session HTTP/1.1\r\nHost: x\r\n\r\n';

/**
 * Makes bytes that are no HTTP, or that two servers might read differently (request smuggling): with both `Content-Length: 5`
 * and `Transfer-Encoding: chunked`, one of them may take the rest of the body for another request.
 */
export const malformedRequest: fc.Arbitrary<Buffer> = fc.oneof(
  fc
    .constantFrom(
      ...[`${POST}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${SMUGGLED}`],
      ...['-1', '+5', '5, 5', '5, 6', '0x5', '5 ', '1e1', '99999999999999999999', '', ' '].map(
        (length) => `${POST}Content-Length: ${length}\r\n\r\n{"a":1}`,
      ),
      `${POST}Content-Length: 7\r\nContent-Length: 8\r\n\r\n{"a":1}`,
      ...[
        'xchunked',
        'chunked, identity',
        'identity',
        'gzip, chunked',
        'chunked\r\nTransfer-Encoding: identity',
        '\x0bchunked',
      ].map((coding) => `${POST}Transfer-Encoding: ${coding}\r\n\r\n7\r\n{"a":1}\r\n0\r\n\r\n`),
      ...['g', '-1', '7 ', '7;x=y', `7;${'x'.repeat(20_000)}`, 'ffffffffffffffff', '7\n', '0x7'].map(
        (size) => `${POST}Transfer-Encoding: chunked\r\n\r\n${size}\r\n{"a":1}\r\n0\r\n\r\n`,
      ),
      `${POST}Transfer-Encoding: chunked\r\n\r\n${'1\r\nx\r\n'.repeat(300)}`,
      `${POST}Content-Length: 1000\r\n\r\n{"a":1}`,
      ...[
        'GET /v1/services',
        'GET /v1/services HTTP/0.9',
        'GET /v1/services HTTP/9.9',
        'GET  /v1/services HTTP/1.1',
        'get /v1/services HTTP/1.1',
      ],
      ...[
        'GET /v1/services HTTP/1.1\r\n',
        'GET /v1/services HTTP/1.0\r\n',
        'GET /v1/ser vices HTTP/1.1\r\nHost: x\r\n',
        'GET v1/services HTTP/1.1\r\nHost: x\r\n',
      ],
      'GET * HTTP/1.1\r\nHost: x\r\nConnection: close\r\n',
      'GET /v1/services HTTP/1.1\nHost: x\n\n',
      ...[
        'No colon',
        'Space : x',
        ' Folded: x',
        'X: a\r\n b',
        'X: \0',
        'X: \x7f',
        ': x',
        'Host: y',
        'X: a\rb',
        'Ключ: x',
        `X: ${'x'.repeat(100_000)}`,
      ].map((header) => `GET /v1/services HTTP/1.1\r\nHost: x\r\nConnection: close\r\n${header}\r\n`),
      `GET /v1/services HTTP/1.1\r\nHost: x\r\n${Array.from({ length: 3000 }, (_, i) => `X-${i}: x\r\n`).join('')}Connection: close\r\n`,
      `GET /v1/services HTTP/1.1\r\nHost: ${'x'.repeat(300)}@evil:99999\r\nConnection: close\r\n`,
      `GET /${'a'.repeat(200_000)} HTTP/1.1\r\nHost: x\r\n`,
      'CONNECT localhost:22 HTTP/1.1\r\nHost: localhost:22\r\n',
      'GET /v1/services HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n',
      'PRI * HTTP/2.0\r\n\r\nSM\r\n',
      '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03',
    )
    .map((text) => Buffer.from(text.includes('\r\n\r\n') ? text : `${text}\r\n\r\n`)),
  fc.uint8Array({ minLength: 1, maxLength: 2000 }).map((bytes) => Buffer.from(bytes)),
  fc.tuple(fc.nat(120), fc.uint8Array({ minLength: 1, maxLength: 4 })).map(([at, bytes]) => {
    const whole = Buffer.from(`${POST}Content-Length: 7\r\n\r\n{"a":1}`);
    return Buffer.concat([whole.subarray(0, at), bytes, whole.subarray(at + bytes.length)]);
  }),
);
