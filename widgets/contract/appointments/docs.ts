import type { Shape } from '../openapi/operation.ts';
import {
  AppointmentInputSchema,
  AppointmentListSchema,
  AppointmentMoveSchema,
  AppointmentSchema,
  SlotListSchema,
  SlotSchema,
} from './schemas.ts';

const SLOT_EXAMPLE = { startsAt: '2026-11-23T09:00:00{offset}', endsAt: '2026-11-23T09:20:00{offset}' };
const SLOT_FIELDS = { startsAt: 'Начало приёма.', endsAt: 'Конец приёма.' };
const APPOINTMENT_EXAMPLE = {
  id: '8e03978e-40d5-43e8-bc93-6894a57f9324',
  office: {
    slug: 'komitet-po-obrazovaniyu',
    title: 'Комитет по образованию города {centreGenitive}',
    address: '656000, г. {centre}, пр-кт Примерный, д. 1',
  },
  ...SLOT_EXAMPLE,
  application: '{regionCode}-2026-000001',
  state: 'booked',
};

/** Shapes of slots and appointments, with their texts and examples. */
export const APPOINTMENT_SHAPES: Record<string, Shape> = {
  Slot: {
    schema: SlotSchema,
    about: 'Свободное время для приёма.',
    fields: SLOT_FIELDS,
    example: SLOT_EXAMPLE,
  },
  SlotList: {
    schema: SlotListSchema,
    about: 'Свободное время.',
    fields: { items: 'Время по порядку, сначала ближайшее.' },
    example: { items: [SLOT_EXAMPLE] },
  },
  AppointmentInput: {
    schema: AppointmentInputSchema,
    about: 'Куда и на какое время записаться.',
    fields: {
      office: 'Короткое имя ведомства.',
      startsAt: 'Начало приёма: одно из тех, что пришли в списке свободных.',
      application: 'Номер заявления, о котором пойдёт речь, если оно есть.',
    },
    example: {
      office: APPOINTMENT_EXAMPLE.office.slug,
      startsAt: SLOT_EXAMPLE.startsAt,
      application: APPOINTMENT_EXAMPLE.application,
    },
  },
  AppointmentMove: {
    schema: AppointmentMoveSchema,
    about: 'На какое время перенести запись.',
    fields: { startsAt: 'Новое начало приёма: одно из тех, что пришли в списке свободных.' },
    example: { startsAt: '2026-11-24T14:00:00{offset}' },
  },
  Appointment: {
    schema: AppointmentSchema,
    about: 'Запись на приём.',
    fields: {
      id: 'Номер записи.',
      office: 'Куда прийти.',
      ...SLOT_FIELDS,
      application: 'О каком заявлении пойдёт речь.',
      state:
        '`booked` — вас ждут, `over` — время прошло, `cancelled` — запись отменена. Незнакомое покажите словами из stateTitle.',
      stateTitle: 'Как называется состояние, которого нет в этом списке.',
    },
    example: APPOINTMENT_EXAMPLE,
  },
  AppointmentList: {
    schema: AppointmentListSchema,
    about: 'Записи на приём.',
    fields: {
      items: 'Записи, сначала самые поздние.',
      next: 'Отправьте как `after`, чтобы получить следующие. Нет — значит, это всё.',
    },
    example: { items: [APPOINTMENT_EXAMPLE] },
  },
};
