import * as v from 'valibot';

import { IF_NONE_MATCH, NOT_MODIFIED, ETAG_HEADER } from '../openapi/caching.ts';
import { defineOperations } from '../openapi/operation.ts';
import { LimitSchema } from '../values/schemas.ts';
import {
  EventIdSchema,
  EventListSchema,
  NotificationPreferencesInputSchema,
  NotificationPreferencesSchema,
} from './schemas.ts';

/** Operations on events and on the notification preferences. */
export const EVENT_OPERATIONS = defineOperations({
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
    responses: {
      200: {
        about: 'Что изменилось, от старого к новому.',
        schema: EventListSchema,
        headers: ETAG_HEADER,
      },
      304: NOT_MODIFIED,
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
    responses: { 200: { about: 'Поток событий.', mediaType: 'text/event-stream' } },
  },
  getNotificationPreferences: {
    method: 'get',
    path: '/notification-preferences',
    tag: 'events',
    title: 'Узнать, как сообщать о новостях',
    access: 'citizen',
    responses: { 200: { about: 'Куда сообщает портал.', schema: NotificationPreferencesSchema } },
  },
  replaceNotificationPreferences: {
    method: 'put',
    path: '/notification-preferences',
    tag: 'events',
    title: 'Выбрать, как сообщать о новостях',
    about:
      'В списке «Мои заявки» новости видны всегда. Адрес и телефон портал берёт из профиля: если их там нет, придёт ошибка `contact` у этого ' +
      'поля. Повтор ничего не меняет, ключ не нужен.',
    access: 'citizen',
    body: NotificationPreferencesInputSchema,
    responses: { 200: { about: 'Портал запомнил.', schema: NotificationPreferencesSchema } },
  },
});
