import type { Shape } from '../openapi/operation.ts';
import {
  PageFeedbackInputSchema,
  PlainMessageInputSchema,
  PlainMessageReceivedSchema,
  ReceivedSchema,
  QuestionnaireAnswersInputSchema,
  QuestionnaireQuestionSchema,
  QuestionnaireSchema,
} from './schemas.ts';

const QUESTION_EXAMPLE = {
  type: 'choice',
  name: 'often',
  label: 'Как часто вы получаете услуги через интернет?',
  several: false,
  options: [
    { value: 'first', label: 'Это первый раз' },
    { value: 'often', label: 'Несколько раз в год' },
  ],
};

/** Shapes of what anybody can send without signing in, with their texts and examples. */
export const FEEDBACK_SHAPES: Record<string, Shape> = {
  PlainMessageInput: {
    schema: PlainMessageInputSchema,
    about: 'Сообщение от того, кто себя не называет.',
    fields: {
      topic: 'О чём: ошибка, предложение, благодарность, другое.',
      text: 'Само сообщение.',
      email: 'Почта, если хочется получить ответ.',
    },
    example: { topic: 'mistake', text: 'На странице про детский сад старый телефон.' },
  },
  PlainMessageReceived: {
    schema: PlainMessageReceivedSchema,
    about: 'Сообщение получено. Это не обращение.',
    fields: {
      receivedAt: 'Когда получено.',
      isAppeal: 'Всегда «нет»: это не обращение по 59-ФЗ, ответа по закону не будет.',
      note: 'То же словами, для показа человеку.',
    },
    example: {
      receivedAt: '2026-11-21T05:00:00.000Z',
      isAppeal: false,
      note: 'Мы получили ваше сообщение. Это не обращение: отвечать на него закон не обязывает.',
    },
  },
  PageFeedbackInput: {
    schema: PageFeedbackInputSchema,
    about: 'Помогла ли страница каталога.',
    fields: {
      path: 'Путь страницы: без сайта, параметров и того, что после #.',
      useful: 'Да, если помогла.',
      comment: 'Чего не хватило.',
    },
    example: { path: '/services/detskiy-sad/', useful: false, comment: 'Не нашёл, где взять справку.' },
  },
  Received: {
    schema: ReceivedSchema,
    about: 'Портал получил то, что ему отправили.',
    fields: { receivedAt: 'Когда получено.' },
    example: { receivedAt: '2026-11-21T05:00:00.000Z' },
  },
  QuestionnaireQuestion: {
    schema: QuestionnaireQuestionSchema,
    about: 'Вопрос: выбор, оценка от 1 до 5 или несколько слов. Отвечать не обязательно.',
    fields: {
      type: 'Как отвечают.',
      name: 'Под этим именем идёт ответ.',
      label: 'Сам вопрос.',
      options: 'Из чего выбирают.',
      'options.value': 'Что отправить.',
      'options.label': 'Что показать.',
      several: 'Да, если можно выбрать несколько.',
      maxLength: 'Сколько знаков помещается.',
    },
    example: QUESTION_EXAMPLE,
  },
  Questionnaire: {
    schema: QuestionnaireSchema,
    about: 'Опрос «Оценка эффективности предоставления услуг в электронной форме».',
    fields: {
      version: 'Версия: меняется вместе с вопросами.',
      title: 'Заголовок.',
      lead: 'Что сказать перед вопросами.',
      questions: 'Вопросы, по порядку.',
    },
    example: {
      version: '2026-11-22',
      title: 'Как вам услуги через интернет?',
      lead: 'Восемь вопросов, две минуты.',
      questions: [QUESTION_EXAMPLE],
    },
  },
  QuestionnaireAnswersInput: {
    schema: QuestionnaireAnswersInputSchema,
    about: 'Ответы на опрос.',
    fields: {
      version: 'Версия опроса, на который отвечают.',
      answers: 'Ответы по именам вопросов: слова, число или список выбранного.',
    },
    example: { version: '2026-11-22', answers: { often: 'first' } },
  },
};
