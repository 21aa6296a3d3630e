import type { Shape } from '../openapi/operation.ts';
import { ConsentDocumentSchema, ConsentsSchema, ErasureSchema } from './schemas.ts';

/** Shapes of consents, with their texts and examples. */
export const CONSENT_SHAPES: Record<string, Shape> = {
  ConsentDocument: {
    schema: ConsentDocumentSchema,
    about: 'Согласие на обработку персональных данных.',
    fields: {
      version: 'Версия: её называют в заявлении и в жалобе.',
      title: 'Название.',
      text: 'Текст по абзацам.',
      url: 'Адрес страницы с этим текстом. Она остаётся и тогда, когда выходит новая версия.',
    },
    example: {
      version: '2026-11-21',
      title: 'Согласие на обработку персональных данных',
      text: ['Я разрешаю порталу хранить то, что написано в моём заявлении.'],
      url: 'https://portal.example/consents/2026-11-21',
    },
  },
  Consents: {
    schema: ConsentsSchema,
    about: 'Согласия, которые человек дал.',
    fields: {
      items: 'Сначала новые.',
      'items.version': 'Версия согласия.',
      'items.givenAt': 'Когда человек согласился с ней в первый раз.',
    },
    example: { items: [{ version: '2026-11-21', givenAt: '2026-11-21T05:00:00.000Z' }] },
  },
  Erasure: {
    schema: ErasureSchema,
    about: 'Что стёрто и что осталось.',
    fields: {
      erasedAt: 'Когда стёрто.',
      erased: 'Номера дел, от которых ничего не осталось.',
      kept: 'Дела, которые ещё рассматривают.',
      'kept.number': 'Номер дела.',
      'kept.dueOn': 'Последний день ответа.',
    },
    example: {
      erasedAt: '2026-11-21T05:00:00.000Z',
      erased: ['{regionCode}-2026-000001'],
      kept: [{ number: '{regionCode}-2026-000002', dueOn: '2026-12-04' }],
    },
  },
};
