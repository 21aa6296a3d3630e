import { PeriodSchema } from '../../deadlines/period.ts';
import { AgencyContactSchema } from '../forms/schemas.ts';
import type { Shape } from '../openapi/operation.ts';
import { OnlineSchema, ServiceListSchema, PortalServiceSchema, ServiceSummarySchema } from './schemas.ts';

const AGENCY_EXAMPLE = {
  slug: 'komitet-po-obrazovaniyu',
  title: 'Комитет по образованию города {centreGenitive}',
  phone: '+7 3852 00-00-00',
  address: '656000, г. {centre}, пр-кт Примерный, д. 1',
  hours: 'Пн – чт 8:00 – 17:00, перерыв 11:30 – 12:18; пт 8:00 – 16:00',
};
const SUMMARY_EXAMPLE = {
  slug: 'detskiy-sad',
  title: 'Постановка на учёт и зачисление в детский сад',
  short: 'Детский сад',
  online: { status: 'online' },
  formVersion: '2f1c9a',
};

const SUMMARY_FIELDS = {
  slug: 'Короткое имя услуги: из него состоит её адрес в каталоге.',
  title: 'Полное название.',
  short: 'Название, как говорят люди.',
  online: 'Принимает ли портал заявления.',
  formVersion: 'Версия формы, которую заполняют сейчас. Нет формы — нет и версии.',
};

/** Shapes of services, with their texts and examples. */
export const SERVICE_SHAPES: Record<string, Shape> = {
  Period: {
    schema: PeriodSchema,
    about: 'Срок, как его считает закон. День, с которого он идёт, не считается.',
    fields: {
      value: 'Сколько.',
      unit: 'Чего: минут, рабочих дней, календарных дней или месяцев.',
    },
    example: { value: 10, unit: 'workingDay' },
  },
  AgencyContact: {
    schema: AgencyContactSchema,
    about: 'Ведомство: как называется и как с ним связаться.',
    fields: {
      slug: 'Короткое имя ведомства: из него состоит его адрес в каталоге.',
      title: 'Название.',
      phone: 'Телефон.',
      address: 'Адрес.',
      hours: 'Когда открыто, словами. Праздников и санитарных дней здесь нет.',
    },
    example: AGENCY_EXAMPLE,
  },
  Online: {
    schema: OnlineSchema,
    about: 'Принимает ли портал заявления на услугу.',
    fields: {
      status: '`online` — принимает, `paused` — на паузе, `offline` — подать можно только лично.',
      reason: 'Почему услуга на паузе.',
      resumesOn: 'С какого дня она снова заработает, если это известно.',
    },
    example: { status: 'paused', reason: 'Обновляем форму', resumesOn: '2026-11-25' },
  },
  ServiceSummary: {
    schema: ServiceSummarySchema,
    about: 'Услуга в списке.',
    fields: SUMMARY_FIELDS,
    example: SUMMARY_EXAMPLE,
  },
  ServiceList: {
    schema: ServiceListSchema,
    about: 'Услуги каталога.',
    fields: { items: 'Услуги, в порядке каталога.' },
    example: { items: [SUMMARY_EXAMPLE] },
  },
  Service: {
    schema: PortalServiceSchema,
    about: 'Услуга.',
    fields: {
      ...SUMMARY_FIELDS,
      agency: 'Кто её оказывает.',
      deadline: 'Что обещают тому, кто подаст сегодня. Нет формы — нет и обещания.',
      'deadline.period': 'Срок ответа по закону.',
      'deadline.dueOn': 'Последний день ответа.',
    },
    example: {
      ...SUMMARY_EXAMPLE,
      agency: AGENCY_EXAMPLE,
      deadline: { period: { value: 10, unit: 'workingDay' }, dueOn: '2026-12-04' },
    },
  },
};
