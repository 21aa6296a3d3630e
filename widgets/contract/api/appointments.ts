// Over 150 lines: most of it is words and examples, which stand beside what they are about.
import * as v from 'valibot';

import {
  AppointmentInputSchema,
  AppointmentListSchema,
  AppointmentMoveSchema,
  AppointmentSchema,
  SlotListSchema,
  SlotSchema,
} from '../appointment.ts';
import { DateSchema, LimitSchema } from '../values.ts';
import { operations, type Shape } from './operation.ts';

const id = v.pipe(v.string(), v.uuid());
const tag = 'appointments';

export const APPOINTMENTS = operations({
  listSlots: {
    method: 'get',
    path: '/offices/{office}/slots',
    tag,
    title: 'Узнать, на какое время можно записаться',
    about: 'Только свободное время и только рабочие дни. Учебный портал открывает запись на 60 дней вперёд.',
    access: 'anybody',
    params: { office: v.pipe(v.string(), v.maxLength(100)) },
    query: {
      from: v.optional(DateSchema),
      days: v.optional(
        v.pipe(v.string(), v.regex(/^(?:[1-9]|[12]\d|3[01])$/, 'number'), v.transform(Number)),
        '14',
      ),
    },
    answers: { 200: { about: 'Свободное время.', schema: SlotListSchema } },
  },
  createAppointment: {
    method: 'post',
    path: '/appointments',
    tag,
    title: 'Записаться на приём',
    about:
      'На одно время — только одна запись. Сколько их может быть впереди, решает портал; на учебном — три.',
    access: 'citizen',
    body: AppointmentInputSchema,
    once: true,
    answers: {
      201: {
        about: 'Вы записаны.',
        schema: AppointmentSchema,
        headers: { Location: 'Адрес записи.' },
      },
    },
    problems: ['slot-taken', 'appointment-limit'],
  },
  listAppointments: {
    method: 'get',
    path: '/appointments',
    tag,
    title: 'Узнать, куда вы записаны',
    about: 'Все записи, и прошлые тоже. Сначала самые поздние.',
    access: 'citizen',
    query: { after: v.optional(id), limit: v.optional(LimitSchema) },
    answers: { 200: { about: 'Записи на приём.', schema: AppointmentListSchema } },
  },
  getAppointment: {
    method: 'get',
    path: '/appointments/{id}',
    tag,
    title: 'Посмотреть запись',
    access: 'citizen',
    params: { id },
    answers: { 200: { about: 'Запись на приём.', schema: AppointmentSchema } },
  },
  moveAppointment: {
    method: 'patch',
    path: '/appointments/{id}',
    tag,
    title: 'Перенести запись',
    about: 'На другое время в том же месте. Прошедшую и отменённую запись перенести нельзя.',
    access: 'citizen',
    params: { id },
    body: AppointmentMoveSchema,
    once: true,
    answers: { 200: { about: 'Запись перенесена.', schema: AppointmentSchema } },
    problems: ['slot-taken', 'wrong-state'],
  },
  cancelAppointment: {
    method: 'delete',
    path: '/appointments/{id}',
    tag,
    title: 'Отменить запись',
    about:
      'Сколько раз ни отменяй, ответ один. Отменённая запись остаётся в списке, её время снова свободно.',
    access: 'citizen',
    params: { id },
    answers: { 204: { about: 'Запись отменена.' } },
    problems: ['wrong-state'],
  },
  getAppointmentCalendar: {
    method: 'get',
    path: '/appointments/{id}/calendar',
    tag,
    title: 'Добавить запись в свой календарь',
    about:
      'Файл iCalendar (RFC 5545) с напоминанием за день. После переноса или отмены скачайте его снова: календарь узнает то же ' +
      'событие и поправит его.',
    access: 'citizen',
    params: { id },
    answers: { 200: { about: 'Событие для календаря.', media: 'text/calendar' } },
  },
});

const SLOT = { startsAt: '2026-11-23T09:00:00+07:00', endsAt: '2026-11-23T09:20:00+07:00' };
const slotFields = { startsAt: 'Начало приёма.', endsAt: 'Конец приёма.' };
const APPOINTMENT = {
  id: '8e03978e-40d5-43e8-bc93-6894a57f9324',
  office: {
    slug: 'komitet-po-obrazovaniyu',
    title: 'Комитет по образованию города Барнаула',
    address: '656000, г. Барнаул, пр-кт Примерный, д. 1',
  },
  ...SLOT,
  application: '22-2026-000001',
  state: 'booked',
};

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
    example: { startsAt: '2026-11-24T14:00:00+07:00' },
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
