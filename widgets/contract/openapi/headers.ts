import { withLimits, type OpenApiSchema } from './openapi-schema.ts';

/** What the contract says of a header. */
interface Header {
  /** What it means, in Russian. */
  about: string;
  /** Without it the header is any string; in a request, what the operation asks. */
  schema?: OpenApiSchema;
}

const SECONDS_SCHEMA: OpenApiSchema = { type: 'integer', minimum: 0, maximum: 86_400 };
const BYTES_SCHEMA: OpenApiSchema = { type: 'integer', minimum: 0 };
/** A string in quotes (RFC 9651), as source of a regular expression: 16 to 200 printable ASCII characters without `"` and `\`. */
const KEY_PATTERN = '"[ !#-\\[\\]-~]{16,200}"';
/** An entity tag (RFC 9110, section 8.8.3): `"2f1c9a"`, or weak: `W/"2f1c9a"`. */
const ETAG_PATTERN = '(?:W/)?"[!#-~]*"';

/** All headers of the contract, those of requests first. */
const HEADERS: Record<string, Header> = {
  'Idempotency-Key': {
    about:
      'Строка в кавычках, от 16 до 200 знаков, своя у каждого дела: сколько раз ни пришёл запрос с тем же ключом и телом, портал ' +
      'сделает его один раз и ответит одинаково.',
    schema: {
      type: 'string',
      pattern: `^${KEY_PATTERN}$`,
      maxLength: 202,
      examples: ['"8e03978e-40d5-43e8-bc93-6894a57f9324"'],
    },
  },
  DPoP: {
    about: 'Доказательство, что у страницы есть ключ: JWT с её подписью для этого запроса (RFC 9449).',
  },
  'Okno-Case-Code': { about: 'Код дела: десять знаков, которые пришли вместе с номером.' },
  'Okno-Case-Access': {
    about: 'Подтверждение: то, что пришло на код из письма или СМС. Живёт полчаса, годится для одного дела.',
    schema: { type: 'string', maxLength: 100, pattern: '^[A-Za-z0-9_-]{43}$' },
  },
  'If-Match': { about: 'Версия, которую меняют: её ETag.', schema: { type: 'string', maxLength: 200 } },
  'If-None-Match': {
    about: 'ETag того, что уже есть: если ничего не изменилось, портал ответит 304.',
    schema: { type: 'string', maxLength: 1000 },
  },
  'Last-Event-ID': {
    about: 'Номер последнего события, которое дошло: поток продолжится со следующего.',
  },
  'API-Version': {
    about: 'Версия контракта, по которой портал ответил.',
    schema: { type: 'string', pattern: '^\\d+\\.\\d+\\.\\d+$', maxLength: 20 },
  },
  RateLimit: {
    about:
      'Сколько запросов ещё можно сделать и через сколько секунд счёт начнётся заново (черновик IETF RateLimit).',
    schema: { type: 'string', maxLength: 500, examples: ['"address";r=599;t=1'] },
  },
  'RateLimit-Policy': {
    about: 'Сколько запросов разрешено и за какое время (черновик IETF RateLimit).',
    schema: { type: 'string', maxLength: 500, examples: ['"address";q=600;w=60'] },
  },
  'Access-Control-Allow-Origin': {
    about:
      'Сайт, страницам которого браузер отдаст ответ; есть, если сайт в списке портала. `*`, если ответ для всех.',
    schema: { type: 'string', pattern: '^(\\*|https?://[^/]+)$', maxLength: 300 },
  },
  'Retry-After': { about: 'Через сколько секунд повторить.', schema: SECONDS_SCHEMA },
  'WWW-Authenticate': {
    about: 'Какой вход нужен (RFC 9449).',
    schema: { type: 'string', pattern: '^DPoP', maxLength: 200 },
  },
  Location: {
    about: 'Адрес того, что создано.',
    schema: { type: 'string', format: 'uri-reference', maxLength: 300 },
  },
  'Content-Disposition': {
    about: 'Как назвать файл (RFC 6266).',
    schema: { type: 'string', maxLength: 1000 },
  },
  ETag: { about: 'Версия ответа.', schema: { type: 'string', pattern: `^${ETAG_PATTERN}$`, maxLength: 200 } },
  'Upload-Length': { about: 'Размер файла в байтах.', schema: BYTES_SCHEMA },
  'Upload-Offset': { about: 'Сколько байтов уже на портале.', schema: BYTES_SCHEMA },
  'Upload-Metadata': {
    about: 'Как файл называется: `filename` и имя в base64 (UTF-8).',
    schema: { type: 'string', maxLength: 4000, examples: ['filename 0YHQv9GA0LDQstC60LAuanBn'] },
  },
  'Upload-Checksum': {
    about: 'Контрольная сумма куска: `sha1` или `sha256` и значение в base64.',
    schema: { type: 'string', maxLength: 60, pattern: '^sha(?:1|256) [A-Za-z0-9+/]{27,43}=$' },
  },
  'Upload-Expires': {
    about: 'Когда портал забудет файл, если его не приложат к заявлению.',
    schema: { type: 'string', maxLength: 40 },
  },
  'Tus-Resumable': {
    about: 'Версия протокола tus.',
    schema: { type: 'string', maxLength: 20, examples: ['1.0.0'] },
  },
  'Tus-Max-Size': { about: 'Самый большой файл в байтах.', schema: BYTES_SCHEMA },
};

/** What the contract says of a header. Throws if `HEADERS` does not have it: an operation may only use described headers. */
const describedHeader = (name: string): Header => {
  const header = HEADERS[name];
  if (!header) throw new Error(`The contract says nothing of the header ${name}: headers.ts`);
  return header;
};

/** Headers of every response below `/v1`: the name → whether it is always there. */
export const COMMON_HEADERS: Record<string, boolean> = {
  'API-Version': true,
  RateLimit: true,
  'RateLimit-Policy': true,
  'Access-Control-Allow-Origin': false,
};

/** A response header as an OpenAPI Header Object. */
export interface OpenApiHeader {
  description: string;
  required: boolean;
  schema: OpenApiSchema;
}

/** Writes a response header. `about` says in Russian what it means in this response, instead of its general description. */
export function responseHeader(name: string, required: boolean, about?: string): OpenApiHeader {
  const header = describedHeader(name);
  return {
    description: about ?? header.about,
    required,
    schema: withLimits(header.schema ?? { type: 'string' }),
  };
}

/** Writes a request header as an OpenAPI parameter. `schema`, that of the operation, is used if `HEADERS` has none. */
export function requestHeader(name: string, required: boolean, schema: OpenApiSchema = { type: 'string' }) {
  const header = describedHeader(name);
  return {
    name,
    in: 'header' as const,
    required,
    description: header.about,
    schema: withLimits(header.schema ?? schema),
  };
}
