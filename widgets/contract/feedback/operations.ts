import { IF_NONE_MATCH, SAME, VERSION } from '../openapi/caching.ts';
import { operations } from '../openapi/operation.ts';
import {
  PageFeedbackInputSchema,
  PlainMessageInputSchema,
  PlainMessageReceivedSchema,
  ReceivedSchema,
  QuestionnaireAnswersInputSchema,
  QuestionnaireSchema,
} from './schemas.ts';

const received = { about: 'Портал получил. Спасибо.', schema: ReceivedSchema };

export const FEEDBACK = operations({
  createPlainMessage: {
    method: 'post',
    path: '/messages',
    tag: 'feedback',
    title: 'Написать, не называя себя',
    about:
      'Это сообщение, а не обращение: с 30 марта 2025 года для обращения через интернет нужен вход (59-ФЗ). Закон не обязывает ' +
      'на него отвечать, и портал прямо об этом говорит.',
    access: 'anybody',
    body: PlainMessageInputSchema,
    once: true,
    answers: { 201: { about: 'Сообщение получено.', schema: PlainMessageReceivedSchema } },
  },
  createPageFeedback: {
    method: 'post',
    path: '/page-feedback',
    tag: 'feedback',
    title: 'Сказать, помогла ли страница',
    access: 'anybody',
    body: PageFeedbackInputSchema,
    once: true,
    answers: { 201: received },
  },
  getQuestionnaire: {
    method: 'get',
    path: '/questionnaire',
    tag: 'feedback',
    title: 'Взять опрос об электронных услугах',
    about: 'Вопросы — это данные: виджет показывает их как есть.',
    access: 'anybody',
    headers: IF_NONE_MATCH,
    answers: { 200: { about: 'Вопросы.', schema: QuestionnaireSchema, headers: VERSION }, 304: SAME },
  },
  createQuestionnaireAnswers: {
    method: 'post',
    path: '/questionnaire-answers',
    tag: 'feedback',
    title: 'Ответить на опрос',
    about: 'Опрос безымянный. Любой вопрос можно пропустить, но не все.',
    access: 'anybody',
    body: QuestionnaireAnswersInputSchema,
    once: true,
    answers: { 201: received },
    problems: ['form-changed'],
  },
});
