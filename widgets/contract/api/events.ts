import * as v from 'valibot';

import { EventIdSchema, EventListSchema, PortalEventSchema } from '../events.ts';
import { NotificationPreferencesInputSchema, NotificationPreferencesSchema } from '../notification.ts';
import { LimitSchema } from '../values.ts';
import { IF_NONE_MATCH, SAME, VERSION } from './caching.ts';
import { operations, type Shape } from './operation.ts';

export const EVENTS = operations({
  listEvents: {
    method: 'get',
    path: '/events',
    tag: 'events',
    title: 'Узнать, что изменилось',
    about:
      'Для сайтов, через которые поток не проходит: спрашивайте раз в полминуты с `after` и `If-None-Match`. Без `after` приходят ' +
      'последние события.',
    access: 'citizen',
    query: {
      after: v.optional(EventIdSchema),
      limit: v.optional(LimitSchema),
    },
    headers: IF_NONE_MATCH,
    answers: {
      200: {
        about: 'Что изменилось, от старого к новому.',
        schema: EventListSchema,
        headers: VERSION,
      },
      304: SAME,
    },
  },
  streamEvents: {
    method: 'get',
    path: '/events/stream',
    tag: 'events',
    title: 'Слушать, что меняется',
    about:
      'Server-sent events. `id` — номер события, `event` — его вид, `data` — само событие (PortalEvent). Поток начинается с ' +
      'события, которое идёт за `Last-Event-ID`; без него — с этого мгновения. Первым приходит `id` без данных: с него можно ' +
      'продолжить, даже если ничего не случилось. Раз в 15 секунд приходит пустой комментарий. `event: reset` — номер незнаком или ' +
      'слишком стар, прочитайте всё заново. `event: sessionEnded` — вход закончился, и поток тоже. Кто не читает, того портал ' +
      'отключает. Потоков у одного гражданина не больше десяти.',
    access: 'citizen',
    headers: { 'Last-Event-ID': v.optional(v.pipe(v.string(), v.maxLength(100))) },
    answers: { 200: { about: 'Поток событий.', media: 'text/event-stream' } },
  },
  getNotificationPreferences: {
    method: 'get',
    path: '/notification-preferences',
    tag: 'events',
    title: 'Узнать, как сообщать о новостях',
    access: 'citizen',
    answers: { 200: { about: 'Куда сообщает портал.', schema: NotificationPreferencesSchema } },
  },
  replaceNotificationPreferences: {
    method: 'put',
    path: '/notification-preferences',
    tag: 'events',
    title: 'Выбрать, как сообщать о новостях',
    about:
      'Личный кабинет сообщает всегда. Адрес и телефон портал берёт из профиля: если их там нет, придёт ошибка `contact` у этого ' +
      'поля. Повтор ничего не меняет, ключ не нужен.',
    access: 'citizen',
    body: NotificationPreferencesInputSchema,
    answers: { 200: { about: 'Портал запомнил.', schema: NotificationPreferencesSchema } },
  },
});

const PREFERENCES = {
  email: 'Писать на электронную почту.',
  sms: 'Слать СМС.',
  quietAtNight: 'Не слать СМС с 21:00 до 9:00 по времени региона: они подождут утра.',
};

export const EVENT_SHAPES: Record<string, Shape> = {
  PortalEvent: {
    schema: PortalEventSchema,
    about: 'Что-то у гражданина изменилось. Что именно стало другим, читают по номеру.',
    fields: {
      id: 'Номер события: растёт, с пропусками.',
      kind: 'Что случилось.',
      subject: 'Номер заявления; у жалобы — её номер, у записи, запроса и файла — их id.',
      at: 'Когда это случилось.',
    },
    example: {
      id: '17',
      kind: 'applicationChanged',
      subject: '22-2026-000001',
      at: '2026-11-21T05:00:00.000Z',
    },
  },
  EventList: {
    schema: EventListSchema,
    about: 'Что изменилось.',
    fields: {
      items: 'События, от старого к новому.',
      next: 'С этого номера спрашивайте в следующий раз. Есть всегда: новое может случиться в любой миг.',
      reset: 'Да, если `after` незнаком или слишком стар: прочитайте всё заново.',
    },
    example: {
      items: [
        {
          id: '17',
          kind: 'applicationChanged',
          subject: '22-2026-000001',
          at: '2026-11-21T05:00:00.000Z',
        },
      ],
      next: '17',
      reset: false,
    },
  },
  NotificationPreferencesInput: {
    schema: NotificationPreferencesInputSchema,
    about: 'Как сообщать о новостях.',
    fields: PREFERENCES,
    example: { email: true, sms: false, quietAtNight: true },
  },
  NotificationPreferences: {
    schema: NotificationPreferencesSchema,
    about: 'Как портал сообщает о новостях.',
    fields: {
      cabinet: 'Личный кабинет сообщает всегда.',
      ...PREFERENCES,
      addresses: 'Куда придёт: из профиля.',
      'addresses.email': 'Почта. Нет, если её нет в профиле.',
      'addresses.phone': 'Телефон. Нет, если его нет в профиле.',
    },
    example: {
      cabinet: true,
      email: true,
      sms: false,
      quietAtNight: true,
      addresses: { email: 'anna@example.ru', phone: '+79031234567' },
    },
  },
};
