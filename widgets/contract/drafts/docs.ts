import type { Shape } from '../openapi/operation.ts';
import {
  DraftContentSchema,
  DraftListSchema,
  DraftSummarySchema,
  HandOverInputSchema,
  HandOverSchema,
  KeptDraftSchema,
  RedemptionInputSchema,
  RedemptionSchema,
} from './schemas.ts';

const SUMMARY_FIELDS = {
  id: 'Идентификатор, который придумал виджет.',
  service: 'Короткое имя услуги.',
  version: 'Версия: меняется вместе с черновиком. Это его ETag без кавычек.',
  savedAt: 'Когда его последний раз изменили.',
  expiresAt: 'Когда портал его забудет, если ничего не изменится.',
};
const CONTENT_FIELDS = {
  service: 'Короткое имя услуги.',
  formVersion: 'Версия формы, в которой его заполняли.',
  answers: 'Ответы как есть, по именам вопросов: текст, адрес или файлы.',
  step: 'Шаг, на котором остановились, считая от нуля.',
};
const CONTENT_EXAMPLE = {
  service: 'detskiy-sad',
  formVersion: 'a1b2c3d4',
  answers: { childLastName: 'Примеров', childBirthDate: '06.05.20' },
  step: 1,
};
const SUMMARY_EXAMPLE = {
  id: '0b6a3f7e-9d2c-4f51-8a1e-6c7d8e9f0a1b',
  service: 'detskiy-sad',
  version: 'pX3vQ9kTf0yJ2mWcLr7a1A',
  savedAt: '2026-11-21T05:00:00.000Z',
  expiresAt: '2026-12-21T05:00:00.000Z',
};

/** Shapes of drafts, with their texts and examples. */
export const DRAFT_SHAPES: Record<string, Shape> = {
  DraftContent: {
    schema: DraftContentSchema,
    about: 'Черновик: что написано в форме и ещё не отправлено.',
    fields: CONTENT_FIELDS,
    example: CONTENT_EXAMPLE,
  },
  DraftSummary: {
    schema: DraftSummarySchema,
    about: 'Черновик, который хранит портал, без ответов.',
    fields: SUMMARY_FIELDS,
    example: SUMMARY_EXAMPLE,
  },
  KeptDraft: {
    schema: KeptDraftSchema,
    about: 'Черновик, который хранит портал.',
    fields: { ...SUMMARY_FIELDS, ...CONTENT_FIELDS },
    example: { ...SUMMARY_EXAMPLE, ...CONTENT_EXAMPLE },
  },
  DraftList: {
    schema: DraftListSchema,
    about: 'Черновики гражданина.',
    fields: { items: 'Сначала те, что изменили позже.' },
    example: { items: [SUMMARY_EXAMPLE] },
  },
  HandOverInput: {
    schema: HandOverInputSchema,
    about: 'Черновик для другого устройства. Зашифрован на устройстве: портал его не прочтёт.',
    fields: {
      locator:
        'Где он лежит. Получается из кода из двенадцати знаков: PBKDF2 (SHA-256, 600 000 повторов, соль `okno-hand-over`), первые 16 байт ' +
        'из 48, в base64url. Остальные 32 — ключ AES-256-GCM; портал его не получает.',
      sealed: 'Зашифрованный черновик: 12 случайных байт и шифротекст, в base64url.',
    },
    example: { locator: 'kPrK_qmxVWaYVA9wwBF6Iu', sealed: 'pX3vQ9kTf0yJ2mWcLr7a1A' },
  },
  HandOver: {
    schema: HandOverSchema,
    about: 'Черновик ждёт другого устройства.',
    fields: { expiresAt: 'До какого мгновения ждёт.' },
    example: { expiresAt: '2026-11-21T05:15:00.000Z' },
  },
  RedemptionInput: {
    schema: RedemptionInputSchema,
    about: 'Какой черновик забирают.',
    fields: { locator: 'Где он лежит: получается из кода так же.' },
    example: { locator: 'kPrK_qmxVWaYVA9wwBF6Iu' },
  },
  Redemption: {
    schema: RedemptionSchema,
    about: 'Черновик, как его прислали.',
    fields: { sealed: 'Зашифрованный черновик.' },
    example: { sealed: 'pX3vQ9kTf0yJ2mWcLr7a1A' },
  },
};
