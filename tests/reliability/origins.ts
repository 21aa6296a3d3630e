import fc from 'fast-check';

import { ALLOWED_ORIGINS } from './portal-under-test.ts';

const [LATIN = '', RUSSIAN = ''] = ALLOWED_ORIGINS.map((origin) => new URL(origin).origin);

/** Writes the bytes of UTF-8 as Latin-1. That is how other letters travel in a header: `а` becomes `Ð°`. */
const utf8AsLatin1 = (text: string) => Buffer.from(text).toString('latin1');

/** Writes the host of an origin in punycode: `https://барнаул.рф` becomes `https://xn--80aab6birx.xn--p1ai`. */
const toPunycode = (origin: string) => (URL.canParse(origin) ? new URL(origin).origin : origin);

/** Makes a function that changes an origin a little, so that it looks like the one on the list. */
const twist = fc.constantFrom<((origin: string) => string)[]>(
  ...[
    '.evil.test',
    ':80',
    ':443',
    ':8080',
    ':0',
    ':',
    '.',
    '/',
    '/x',
    '?',
    '#',
    '%00',
    '%2e',
    '\\',
    '@evil.test',
    ';',
    ',',
    ' x',
    '\tx',
  ].map((suffix) => (origin: string) => origin + suffix),
  ...['evil', 'evil.', 'user@', 'user:word@', 'www.', '.', '%20', 'evil.test#', 'evil.test/'].map(
    (prefix) => (origin: string) => origin.replace('//', `//${prefix}`),
  ),
  (origin) => origin.replace(/^https?/, (scheme) => (scheme === 'http' ? 'https' : 'http')),
  (origin) => origin.replace(/^https?/, 'ws'),
  (origin) => origin.replace(/^https?:/, ''),
  (origin) => origin.replace(/^https?:\/\//, ''),
  (origin) => origin.toUpperCase(),
  (origin) => origin.replace(/\/\/./, (start) => start.toUpperCase()),
  (origin) => origin.replace(/^h/, 'H'),
  (origin) => origin.replace('//', '/'),
  (origin) => origin.replace('//', '///'),
  (origin) => origin.replace('//', '\\\\'),
  (origin) => origin.slice(0, -1),
  (origin) => `${origin} ${origin}`,
  (origin) => `${origin}, ${origin}`,
  (origin) => `${origin}\r\nOrigin: ${origin}`,
  (origin) => `${origin}\r\nOrigin: http://evil.test`,
  (origin) => `http://evil.test\r\nOrigin: ${origin}`,
  (origin) => `blob:${origin}`,
  (origin) => `view-source:${origin}`,
  (origin) => `"${origin}"`,
  (origin) => `<${origin}>`,
  (origin) => encodeURIComponent(origin),
  // Russian letters that look like Latin ones, as bytes and in punycode; and other letters that look alike.
  (origin) => utf8AsLatin1(origin.replace('a', 'а')),
  (origin) => toPunycode(origin.replace('a', 'а').replace('xn--', 'xn-')),
  (origin) => origin.replace('i', 'l'),
  (origin) => origin.replace('test', 'tеst').replace(/[^\0-\x7f]/g, (letter) => encodeURIComponent(letter)),
);

/** Makes origins that are not on the list, as a browser or a forger would write them. */
export const foreignOrigin: fc.Arbitrary<string> = fc
  .oneof(
    fc.constantFrom(
      'null',
      '',
      '*',
      'file://',
      'http://localhost',
      'http://127.0.0.1',
      'http://[::1]',
      'chrome-extension://x',
      'about:blank',
    ),
    fc.constantFrom(
      utf8AsLatin1('https://барнаул.рф'),
      utf8AsLatin1('https://БАРНАУЛ.РФ'),
      'https://xn--80aab5b.xn--p1a',
      'https://xn--80aab5b',
      'https://barnaul.rf',
    ),
    fc.tuple(fc.constantFrom(LATIN, RUSSIAN), twist).map(([origin, change]) => change(origin)),
    fc.tuple(fc.constantFrom(LATIN, RUSSIAN), twist, twist).map(([origin, one, other]) => other(one(origin))),
    fc.webUrl(),
    fc.domain().map((domain) => `https://${domain}`),
  )
  // White space around the value of a header does not count (RFC 9110, 5.5).
  .filter((origin) => ![LATIN, RUSSIAN].includes(origin.trim()));
