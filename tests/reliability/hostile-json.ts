// Longer than other modules: lists of hostile texts and bodies.
import fc from 'fast-check';

const deep = (open: string, close: string, depth: number) => open.repeat(depth) + close.repeat(depth);

/** Texts that have broken other programs: paths, SQL, templates, broken Unicode, impossible dates, very long texts. */
export const HOSTILE_STRINGS = [
  ...['', ' ', '\0', '\n', '\t', '0', '-1', '1e308', 'NaN', 'null', 'undefined', 'true', '[]', '{}'],
  ...[
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    '../../etc/passwd',
    '..\\..\\win.ini',
    '%00',
    '%2e%2e%2f',
  ],
  ...[
    "' OR '1'='1",
    "'; DROP TABLE applications; --",
    '" OR ""="',
    '${7*7}',
    '{{7*7}}',
    '<script>alert(1)</script>',
    '$(id)',
    '`id`',
  ],
  ...[
    '\ud800',
    '\udfff\ud800',
    '\u202e',
    '\u200b',
    '\ufeff',
    '\ufffe',
    'é',
    'е\u0308',
    '👨‍👩‍👧',
    'ﷺ',
    'ß',
    'İ',
    '١٢٣',
    '１２',
  ],
  ...[
    '2026-02-30',
    '0000-00-00',
    '9999-12-31',
    '+275760-09-13T00:00:00.001Z',
    '2026-11-22T25:00:00Z',
    '1900-01-01',
  ],
  ...[
    '22-2026-000001',
    '222026000001',
    '№ 22 2026 000001',
    '99999999999999999999',
    '11223344595',
    '000-000-000 00',
  ],
  ...[
    'a@b',
    'a@b.c',
    `${'a'.repeat(250)}@example.com`,
    'anna@example.com\r\nBcc: x@example.com',
    '"<>"@example.com',
  ],
  ...[
    'а'.repeat(5000),
    'x'.repeat(20_000),
    '9'.repeat(2000),
    ' '.repeat(5000),
    'a'.repeat(50_000) + '!',
    '-'.repeat(5000),
  ],
  ...[
    '00000000-0000-0000-0000-000000000000',
    'ffffffff-ffff-ffff-ffff-ffffffffffff',
    '1;2',
    'a,b',
    'a=b&c=d',
    '#',
    '?',
    '*',
  ],
] as const;

/** Makes the text of a JSON value that no schema of ours allows: huge numbers, deep nesting, keys such as `__proto__`. */
export const hostileJsonText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...HOSTILE_STRINGS).map((word) => JSON.stringify(word)),
  fc.constantFrom(
    ...[
      'null',
      'true',
      'false',
      '0',
      '-0',
      '-1',
      '1.5',
      '1e308',
      '-1e308',
      '1e999999',
      '9007199254740993',
      '0.1e-400',
    ],
    ...[
      '[]',
      '{}',
      '[[]]',
      '[null]',
      '{"":0}',
      '{"__proto__":{"x":1}}',
      '{"constructor":{"prototype":{"x":1}}}',
    ],
    ...[
      '9'.repeat(5000),
      `[${'1,'.repeat(20_000)}1]`,
      `{${Array.from({ length: 5000 }, (_, i) => `"k${i}":1`).join()}}`,
    ],
    ...[
      deep('[', ']', 100),
      deep('[', ']', 50_000),
      deep('{"a":', '}', 20_000).replace(':}', ':1}'),
      `"${'\\u0000'.repeat(3000)}"`,
    ],
    `"${'x'.repeat(300_000)}"`,
  ),
  fc.json(),
  fc.string({ unit: 'binary', maxLength: 100 }).map((text) => JSON.stringify(text)),
  fc.double().map((number) => String(number)),
);

/** Makes a function that damages a JSON text: cuts it off, inserts bytes, writes it in another encoding. */
export const jsonCorruption: fc.Arbitrary<(json: Buffer) => Buffer> = fc.oneof(
  fc.constantFrom<((json: Buffer) => Buffer)[]>(
    () => Buffer.of(),
    (json) => Buffer.concat([Buffer.from('\ufeff'), json]),
    (json) => Buffer.concat([json, json]),
    (json) => Buffer.concat([json, Buffer.from('\0')]),
    (json) => Buffer.from(json.toString(), 'utf16le'),
    (json) => Buffer.from(`[${json.toString()}]`),
    (json) => Buffer.from(json.toString().replaceAll('"', "'")),
    (json) => Buffer.from(json.toString().replace('{', '{/* */')),
    (json) => Buffer.from(json.toString().replace(/}$/, ',}')),
    // The same key twice: the last one counts, whatever stood before.
    (json) => Buffer.from(json.toString().replace('{', `{"service":1,"number":null,`)),
    () => Buffer.from(deep('[', ']', 120_000)),
    () => Buffer.from(deep('{"a":', '}', 40_000)),
    () => Buffer.alloc(300_000, 0x20),
    () => Buffer.alloc(1000, 0xff),
  ),
  fc.nat(999).map((where) => (json: Buffer) => json.subarray(0, (json.length * where) / 1000)),
  fc
    .tuple(fc.nat(999), fc.uint8Array({ minLength: 1, maxLength: 8 }))
    .map(([where, bytes]) => (json: Buffer) => {
      const at = Math.floor((json.length * where) / 1000);
      return Buffer.concat([json.subarray(0, at), bytes, json.subarray(at)]);
    }),
);
