import { IF_NONE_MATCH, NOT_MODIFIED, ETAG_HEADER } from '../openapi/caching.ts';
import { defineOperations } from '../openapi/operation.ts';
import {
  PageFeedbackInputSchema,
  PlainMessageInputSchema,
  PlainMessageReceivedSchema,
  ReceivedSchema,
  QuestionnaireAnswersInputSchema,
  QuestionnaireSchema,
} from './schemas.ts';

const receivedResponse = { about: 'Портал получил. Спасибо.', schema: ReceivedSchema };

/** Operations for what anybody can send without signing in. */
export const FEEDBACK_OPERATIONS = defineOperations({
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
    keyName: 'messages',
    responses: { 201: { about: 'Сообщение получено.', schema: PlainMessageReceivedSchema } },
  },
  createPageFeedback: {
    method: 'post',
    path: '/page-feedback',
    tag: 'feedback',
    title: 'Сказать, помогла ли страница',
    access: 'anybody',
    body: PageFeedbackInputSchema,
    keyName: 'page-feedback',
    responses: { 201: receivedResponse },
  },
  getQuestionnaire: {
    method: 'get',
    path: '/questionnaire',
    tag: 'feedback',
    title: 'Взять опрос об электронных услугах',
    about: 'Вопросы — это данные: виджет показывает их как есть.',
    access: 'anybody',
    headers: IF_NONE_MATCH,
    responses: {
      200: { about: 'Вопросы.', schema: QuestionnaireSchema, headers: ETAG_HEADER },
      304: NOT_MODIFIED,
    },
  },
  createQuestionnaireAnswers: {
    method: 'post',
    path: '/questionnaire-answers',
    tag: 'feedback',
    title: 'Ответить на опрос',
    about: 'Опрос безымянный. Любой вопрос можно пропустить, но не все.',
    access: 'anybody',
    body: QuestionnaireAnswersInputSchema,
    keyName: 'questionnaire-answers',
    responses: { 201: receivedResponse },
    problems: ['form-changed'],
  },
});
