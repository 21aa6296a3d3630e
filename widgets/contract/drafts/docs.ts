import type { Shape } from '../openapi/operation.ts';
import {
  DraftContentSchema,
  DraftListSchema,
  DraftSummarySchema,
  HandOverSchema,
  KeptDraftSchema,
  RedemptionInputSchema,
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
  RedemptionInput: {
    schema: RedemptionInputSchema,
    about: 'Код, по которому забирают черновик.',
    fields: {
      code: 'Восемь знаков. Пробелы, дефисы, регистр и раскладка не мешают: русская «К» — то же, что латинская.',
    },
    example: { code: '7KHP-40XT' },
  },
  HandOver: {
    schema: HandOverSchema,
    about: 'Чем открыть черновик на другом устройстве.',
    fields: {
      code: 'Код: две группы по четыре знака.',
      url: 'Адрес для QR-кода: страница формы; код стоит после решётки, серверы его не видят.',
      expiresAt: 'До какого мгновения код действует.',
    },
    example: {
      code: '7KHP-40XT',
      url: 'https://gosuslugi.example.ru/services/detskiy-sad/apply/#okno-hand-over=7KHP-40XT',
      expiresAt: '2026-11-21T05:10:00.000Z',
    },
  },
};
