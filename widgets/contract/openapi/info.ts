import { DRAFT_DAYS } from '../values/lifetimes.ts';
import { DEFAULT_LIMITS } from './openapi-schema.ts';

/** A whole number in Russian: `10 000`, with plain spaces. */
const formatCount = (count: number) => count.toLocaleString('ru-RU').replaceAll(/\s/g, ' ');

/** Version of the contract (semver). Every response has it in `API-Version`; the major version is in the address: `/v1`. */
export const API_VERSION = '1.0.0';

/** First sentences of the OpenAPI document and of the page for developers, in Russian. */
export const CONTRACT_INTRODUCTION =
  'Виджет стоит на сайте муниципалитета и говорит с порталом по этому договору. Портал может быть любым: важно, чтобы он отвечал ' +
  'так, как здесь написано.';

/** Rules that hold for every operation, in Russian. A rule begins with its subject, which is shown bold, before its other words. */
export const CONTRACT_RULES: readonly (readonly [subject: string, statement: string])[] = [
  [
    'Имена',
    'пишутся латиницей, слитно, с маленькой буквы. Моменты названы `…At`, дни — `…On`, деньги считаются в копейках.',
  ],
  [
    'Чего нет, того нет.',
    'Необязательное поле не приходит вовсе; `null` не бывает. Незнакомое поле в ответе пропускайте: в новых версиях поля добавляются.',
  ],
  [
    'Отказ',
    'приходит как `application/problem+json` (RFC 9457). `type` — короткий код, по нему и решайте, что делать. Если ошибки в полях, ' +
      '`errors` называет каждое: указатель (RFC 6901) и код. Незнакомый код читайте по статусу.',
  ],
  [
    'Один раз.',
    'Где нужен `Idempotency-Key`, запрос можно повторять сколько угодно: дело будет одно. Ключ, по которому появилось дело, портал помнит, ' +
      `пока хранит само дело, остальные — ${DRAFT_DAYS} дней, и обновление портала этого не меняет. Поэтому и очень поздний повтор не создаст второго дела.`,
  ],
  ['Чужое', 'неотличимо от того, чего нет: 404.'],
  ['Незнакомое', 'в строке запроса портал отклоняет с кодом 400: молча пропущенный отбор показал бы лишнее.'],
  [
    'Пределы.',
    'Если у строки, списка или целого числа предел не назван, он общий: ' +
      `${formatCount(DEFAULT_LIMITS.maxLength)} знаков, ${formatCount(DEFAULT_LIMITS.maxItems)} записей, от ${formatCount(DEFAULT_LIMITS.minimum)} до ` +
      `${formatCount(DEFAULT_LIMITS.maximum)}. Частота запросов — в заголовках \`RateLimit\`.`,
  ],
  ['Сайты.', 'Портал отвечает страницам только тех сайтов, которые есть в его списке.'],
];

/** The Info Object of the OpenAPI document, with placeholders (see `fill-region.ts`). */
export const INFO = {
  title: 'Портал услуг {regionGenitive}',
  version: API_VERSION,
  summary: 'Договор между виджетами на чужих страницах и порталом региона.',
  description: `${CONTRACT_INTRODUCTION}\n\n${CONTRACT_RULES.map(([subject, statement]) => `- **${subject}** ${statement}`).join('\n')}`,
  contact: {
    name: 'Операторы портала (образец)',
    url: 'https://portal.example/',
    email: 'api@portal.example',
  },
  license: { name: 'MIT', identifier: 'MIT' },
};

/** The Server Objects of the OpenAPI document: every region has its own portal. */
export const SERVERS = [
  {
    url: 'https://{portal}/v1',
    description: 'Портал региона (production)',
    'x-internal': false,
    variables: {
      portal: { default: 'portal.example', description: 'Адрес портала: у каждого региона свой.' },
    },
  },
];

/** The Security Scheme Objects of the OpenAPI document: how a request says who sends it. */
export const SECURITY_SCHEMES = {
  session: {
    // OpenAPI tools know no `http` scheme `DPoP`.
    type: 'apiKey',
    in: 'header',
    name: 'Authorization',
    description:
      '`DPoP` и токен портала (RFC 9449). Код для него даёт окно входа; живёт токен недолго и хранится только в памяти страницы. Он годится ' +
      'только на том сайте (`Origin`), который его получил, и только вместе с заголовком `DPoP`: доказательством, что у страницы есть ключ. ' +
      'Доказательство подписывают для каждого запроса (ES256; `htm`, `htu`, `iat`, `jti`, `ath`), и действует оно один раз. Токенов ЕСИА ' +
      'виджет не видит.',
  },
  caseCode: {
    type: 'apiKey',
    in: 'header',
    name: 'Okno-Case-Code',
    description: 'Код дела, который пришёл вместе с номером: открывает одно дело без входа.',
  },
} as const;
