import type { Shape } from '../openapi/operation.ts';
import {
  AppointmentInputSchema,
  AppointmentListSchema,
  AppointmentMoveSchema,
  AppointmentSchema,
  SlotListSchema,
  SlotSchema,
} from './schemas.ts';

const SLOT = { startsAt: '2026-11-23T09:00:00{offset}', endsAt: '2026-11-23T09:20:00{offset}' };
const slotFields = { startsAt: 'Начало приёма.', endsAt: 'Конец приёма.' };
const APPOINTMENT = {
  id: '8e03978e-40d5-43e8-bc93-6894a57f9324',
  office: {
    slug: 'komitet-po-obrazovaniyu',
    title: 'Комитет по образованию города {centreGenitive}',
    address: '656000, г. {centre}, пр-кт Примерный, д. 1',
  },
  ...SLOT,
  application: '{regionCode}-2026-000001',
  state: 'booked',
};

/** Shapes of slots and appointments, with their texts and examples. */
export const APPOINTMENT_SHAPES: Record<string, Shape> = {
  Slot: { schema: SlotSchema, about: 'Свободное время для приёма.', fields: slotFields, example: SLOT },
  SlotList: {
    schema: SlotListSchema,
    about: 'Свободное время.',
    fields: { items: 'Время по порядку, сначала ближайшее.' },
    example: { items: [SLOT] },
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
      office: APPOINTMENT.office.slug,
      startsAt: SLOT.startsAt,
      application: APPOINTMENT.application,
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
      ...slotFields,
      application: 'О каком заявлении пойдёт речь.',
      state: '`booked` — вас ждут, `over` — время прошло, `cancelled` — запись отменена.',
    },
    example: APPOINTMENT,
  },
  AppointmentList: {
    schema: AppointmentListSchema,
    about: 'Записи на приём.',
    fields: {
      items: 'Записи, сначала самые поздние.',
      next: 'Отправьте как `after`, чтобы получить следующие. Нет — значит, это всё.',
    },
    example: { items: [APPOINTMENT] },
  },
};
