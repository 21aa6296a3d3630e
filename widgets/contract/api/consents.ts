import { ConsentDocumentSchema, ConsentsSchema, ErasureSchema } from '../consent.ts';
import { operations, type Shape } from './operation.ts';

export const CONSENTS = operations({
  getConsent: {
    method: 'get',
    path: '/consents/current',
    tag: 'session',
    title: 'Взять текст согласия',
    about:
      'Согласие на обработку персональных данных (152-ФЗ, статья 9). Текст одной версии не меняется никогда.',
    access: 'anybody',
    answers: { 200: { about: 'Согласие, о котором спрашивают сейчас.', schema: ConsentDocumentSchema } },
  },
  listConsents: {
    method: 'get',
    path: '/consents',
    tag: 'session',
    title: 'Узнать, на что человек согласился',
    access: 'citizen',
    answers: { 200: { about: 'Версии согласия, которые человек дал.', schema: ConsentsSchema } },
  },
  createErasure: {
    method: 'post',
    path: '/erasures',
    tag: 'session',
    title: 'Стереть мои данные',
    about:
      'Так отзывают согласие. Портал стирает черновики, настройки и всё, что связано с законченными делами: ответы, файлы, письма, историю. ' +
      'Дела, которые ещё рассматривают, остаются, ответ называет их. Повторите запрос, когда они закончатся.',
    access: 'citizen',
    once: true,
    answers: { 201: { about: 'Что стёрто и что осталось.', schema: ErasureSchema } },
  },
});

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
      erased: ['22-2026-000001'],
      kept: [{ number: '22-2026-000002', dueOn: '2026-12-04' }],
    },
  },
};
