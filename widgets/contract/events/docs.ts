import type { Shape } from '../openapi/operation.ts';
import {
  EventListSchema,
  PortalEventSchema,
  NotificationPreferencesInputSchema,
  NotificationPreferencesSchema,
} from './schemas.ts';

const PREFERENCE_FIELDS = {
  email: 'Писать на электронную почту.',
  sms: 'Слать СМС.',
  quietAtNight: 'Не слать СМС с 21:00 до 9:00 по времени региона: они подождут утра.',
};

/** Shapes of events, with their texts and examples. */
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
      subject: '{regionCode}-2026-000001',
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
          subject: '{regionCode}-2026-000001',
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
    fields: PREFERENCE_FIELDS,
    example: { email: true, sms: false, quietAtNight: true },
  },
  NotificationPreferences: {
    schema: NotificationPreferencesSchema,
    about: 'Как портал сообщает о новостях.',
    fields: {
      cabinet: 'В списке «Мои заявки» новости видны всегда: выключить его нельзя.',
      ...PREFERENCE_FIELDS,
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
