import { APPLICATION_SHAPES } from '../applications/docs.ts';
import { APPLICATION_OPERATIONS } from '../applications/operations.ts';
import { APPOINTMENT_SHAPES } from '../appointments/docs.ts';
import { APPOINTMENT_OPERATIONS } from '../appointments/operations.ts';
import { COMPLAINT_SHAPES } from '../complaints/docs.ts';
import { COMPLAINT_OPERATIONS } from '../complaints/operations.ts';
import { CONSENT_SHAPES } from '../consents/docs.ts';
import { CONSENT_OPERATIONS } from '../consents/operations.ts';
import { DRAFT_SHAPES } from '../drafts/docs.ts';
import { DRAFT_OPERATIONS } from '../drafts/operations.ts';
import { EVENT_SHAPES } from '../events/docs.ts';
import { EVENT_OPERATIONS } from '../events/operations.ts';
import { FEEDBACK_SHAPES } from '../feedback/docs.ts';
import { FEEDBACK_OPERATIONS } from '../feedback/operations.ts';
import { INSTANT_SHAPES } from '../instant/docs.ts';
import { INSTANT_OPERATIONS } from '../instant/operations.ts';
import { INVOICE_SHAPES } from '../invoices/docs.ts';
import { INVOICE_OPERATIONS } from '../invoices/operations.ts';
import { MESSAGE_SHAPES } from '../messages/docs.ts';
import { MESSAGE_OPERATIONS } from '../messages/operations.ts';
import { NOTICE_SHAPES } from '../notices/docs.ts';
import { NOTICE_OPERATIONS } from '../notices/operations.ts';
import { PROBLEM_SHAPES } from '../problems/docs.ts';
import { PROFILE_SHAPES } from '../profile/docs.ts';
import { PROFILE_OPERATIONS } from '../profile/operations.ts';
import { RATING_SHAPES } from '../ratings/docs.ts';
import { RATING_OPERATIONS } from '../ratings/operations.ts';
import { RECEIPT_SHAPES } from '../receipts/docs.ts';
import { RECEIPT_OPERATIONS } from '../receipts/operations.ts';
import { SERVICE_SHAPES } from '../services/docs.ts';
import { SERVICE_OPERATIONS } from '../services/operations.ts';
import { SESSION_SHAPES } from '../session/docs.ts';
import { SESSION_OPERATIONS } from '../session/operations.ts';
import { STEP_UP_SHAPES } from '../step-ups/docs.ts';
import { STEP_UP_OPERATIONS } from '../step-ups/operations.ts';
import { UPLOAD_SHAPES } from '../uploads/docs.ts';
import { UPLOAD_OPERATIONS } from '../uploads/operations.ts';
import { VALUE_SHAPES } from '../values/docs.ts';
import { VISIT_SHAPES } from '../visits/docs.ts';
import { VISIT_OPERATIONS } from '../visits/operations.ts';
import { SITE_SHAPES } from '../sites/docs.ts';
import { SITE_OPERATIONS } from '../sites/operations.ts';
import type { Operation, Shape } from './operation.ts';

/** All operations of the portal by `operationId`. The order is that of the OpenAPI document. */
export const API = {
  ...SESSION_OPERATIONS,
  ...PROFILE_OPERATIONS,
  ...CONSENT_OPERATIONS,
  ...SITE_OPERATIONS,
  ...SERVICE_OPERATIONS,
  ...DRAFT_OPERATIONS,
  ...UPLOAD_OPERATIONS,
  ...APPLICATION_OPERATIONS,
  ...RECEIPT_OPERATIONS,
  ...STEP_UP_OPERATIONS,
  ...MESSAGE_OPERATIONS,
  ...INVOICE_OPERATIONS,
  ...APPOINTMENT_OPERATIONS,
  ...VISIT_OPERATIONS,
  ...EVENT_OPERATIONS,
  ...NOTICE_OPERATIONS,
  ...RATING_OPERATIONS,
  ...COMPLAINT_OPERATIONS,
  ...FEEDBACK_OPERATIONS,
  ...INSTANT_OPERATIONS,
} satisfies Record<string, Operation>;

/** All shapes that have a name in the OpenAPI document: the name → the shape. */
export const SHAPES: Record<string, Shape> = {
  ...VALUE_SHAPES,
  ...SESSION_SHAPES,
  ...PROFILE_SHAPES,
  ...CONSENT_SHAPES,
  ...SITE_SHAPES,
  ...SERVICE_SHAPES,
  ...DRAFT_SHAPES,
  ...UPLOAD_SHAPES,
  ...APPLICATION_SHAPES,
  ...RECEIPT_SHAPES,
  ...STEP_UP_SHAPES,
  ...MESSAGE_SHAPES,
  ...INVOICE_SHAPES,
  ...APPOINTMENT_SHAPES,
  ...VISIT_SHAPES,
  ...EVENT_SHAPES,
  ...NOTICE_SHAPES,
  ...RATING_SHAPES,
  ...COMPLAINT_SHAPES,
  ...FEEDBACK_SHAPES,
  ...INSTANT_SHAPES,
  ...PROBLEM_SHAPES,
};

/** Groups of operations in reading order: `Operation.tag` → heading and description, in Russian. */
export const TAGS: Record<string, { title: string; about: string }> = {
  session: { title: 'Вход и профиль', about: 'Кто вошёл, что портал о нём знает, выход.' },
  sites: { title: 'Сайты', about: 'С каких сайтов портал принимает заявления.' },
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
  'step-ups': {
    title: 'Подтверждение',
    about: 'Кто открыл дело кодом, подтверждает, что это он, чтобы увидеть личные данные.',
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
