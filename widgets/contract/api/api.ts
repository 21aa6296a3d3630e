import { APPLICATION_SHAPES } from './application-shapes.ts';
import { APPLICATIONS } from './applications.ts';
import { APPOINTMENT_SHAPES, APPOINTMENTS } from './appointments.ts';
import { CONSENT_SHAPES, CONSENTS } from './consents.ts';
import { COMPLAINT_SHAPES } from './complaint-shapes.ts';
import { COMPLAINTS } from './complaints.ts';
import { DRAFT_SHAPES, DRAFTS } from './drafts.ts';
import { EVENT_SHAPES, EVENTS } from './events.ts';
import { FEEDBACK_SHAPES } from './feedback-shapes.ts';
import { FEEDBACK } from './feedback.ts';
import { INSTANT, INSTANT_SHAPES } from './instant.ts';
import { INVOICE_SHAPES, INVOICES } from './invoices.ts';
import { MESSAGE_SHAPES, MESSAGES } from './messages.ts';
import type { Operation, Shape } from './operation.ts';
import { PROBLEM_SHAPES } from './problems.ts';
import { PROFILE, PROFILE_SHAPES } from './profile.ts';
import { RATING_SHAPES, RATINGS } from './ratings.ts';
import { SERVICE_SHAPES, SERVICES } from './services.ts';
import { SESSION, SESSION_SHAPES } from './session.ts';
import { UPLOAD_SHAPES, UPLOADS } from './uploads.ts';
import { VALUE_SHAPES } from './values.ts';

/** All operations of the portal. */
export const API = {
  ...SESSION,
  ...PROFILE,
  ...CONSENTS,
  ...SERVICES,
  ...DRAFTS,
  ...UPLOADS,
  ...APPLICATIONS,
  ...MESSAGES,
  ...INVOICES,
  ...APPOINTMENTS,
  ...EVENTS,
  ...RATINGS,
  ...COMPLAINTS,
  ...FEEDBACK,
  ...INSTANT,
} satisfies Record<string, Operation>;

/** All shapes that have names. */
export const SHAPES: Record<string, Shape> = {
  ...VALUE_SHAPES,
  ...SESSION_SHAPES,
  ...PROFILE_SHAPES,
  ...CONSENT_SHAPES,
  ...SERVICE_SHAPES,
  ...DRAFT_SHAPES,
  ...UPLOAD_SHAPES,
  ...APPLICATION_SHAPES,
  ...MESSAGE_SHAPES,
  ...INVOICE_SHAPES,
  ...APPOINTMENT_SHAPES,
  ...EVENT_SHAPES,
  ...RATING_SHAPES,
  ...COMPLAINT_SHAPES,
  ...FEEDBACK_SHAPES,
  ...INSTANT_SHAPES,
  ...PROBLEM_SHAPES,
};

/** Groups of operations, in the order in which they are read. */
export const TAGS: Record<string, { title: string; about: string }> = {
  session: { title: 'Вход и профиль', about: 'Кто вошёл, что портал о нём знает, выход.' },
  services: { title: 'Услуги', about: 'Какие услуги принимают заявления через портал.' },
  drafts: { title: 'Черновики', about: 'Начать на телефоне, закончить на компьютере или в МФЦ.' },
  uploads: {
    title: 'Файлы к заявлению',
    about: 'Загрузка по протоколу tus 1.0: её можно прервать и продолжить.',
  },
  applications: {
    title: 'Заявления',
    about: 'Подать, следить, ответить, отозвать, исправить и подать снова.',
  },
  messages: { title: 'Письма и файлы из ведомства', about: 'Что ведомство написало и прислало по делу.' },
  invoices: { title: 'Счета', about: 'Что нужно оплатить по делу.' },
  appointments: { title: 'Запись на приём', about: 'Свободное время, запись, перенос, отмена.' },
  events: { title: 'События и уведомления', about: 'Что изменилось и как об этом сообщать.' },
  ratings: { title: 'Оценки', about: 'Семь вопросов об услуге и сводка по ней.' },
  complaints: { title: 'Жалобы', about: 'Досудебное обжалование по 210-ФЗ.' },
  feedback: { title: 'Сообщения и отзывы', about: 'То, что можно отправить без входа.' },
  instant: {
    title: 'Услуги за секунды',
    about: 'Штрафы, налоги, пенсионный счёт, исполнительные производства, подпись.',
  },
};
