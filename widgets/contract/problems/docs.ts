import type { Shape } from '../openapi/operation.ts';
import { FieldErrorSchema, ProblemSchema, type ProblemType } from './schemas.ts';

/** Type of a problem → its HTTP status and its Russian title. */
export const PROBLEMS: Record<ProblemType, readonly [status: number, title: string]> = {
  malformed: [400, 'Запрос не удалось прочитать'],
  'key-missing': [400, 'Нужен заголовок Idempotency-Key: строка в кавычках, от 16 знаков'],
  'signed-out': [401, 'Время входа вышло. Войдите снова'],
  'foreign-origin': [403, 'Этого сайта нет в списке портала'],
  'not-confirmed': [403, 'Для этого нужна подтверждённая учётная запись на Госуслугах'],
  'step-up-needed': [403, 'Нужно подтвердить, что это вы: кодом из письма или СМС'],
  'not-found': [404, 'Здесь ничего нет'],
  slow: [408, 'Запрос шёл слишком долго'],
  'in-flight': [409, 'Этот запрос уже выполняется'],
  'form-changed': [409, 'Вопросы в форме изменились. Загрузите её заново'],
  'wrong-offset': [409, 'Файл продолжают не с того места'],
  scanning: [409, 'Файл ещё проверяют. Повторите через секунду'],
  'no-result': [409, 'Оценить услугу можно, когда есть результат'],
  'already-rated': [409, 'Вы уже оценили эту услугу'],
  'wrong-state': [409, 'Сейчас этого сделать нельзя: дело стоит на другом шаге'],
  'service-paused': [409, 'Услуга на паузе: новые заявления пока не принимают'],
  'slot-taken': [409, 'Это время уже занято. Выберите другое'],
  'appointment-limit': [
    409,
    'Записей на приём уже столько, сколько можно. Отмените одну, чтобы записаться снова',
  ],
  stale: [412, 'Это уже изменили в другом месте. Загрузите заново'],
  'tus-version': [412, 'Портал принимает файлы по протоколу tus 1.0.0'],
  'too-large': [413, 'Слишком много данных'],
  'media-type': [415, 'Такой вид данных портал не принимает'],
  invalid: [422, 'Проверьте, что написано в полях'],
  'key-reused': [422, 'С этим Idempotency-Key пришёл уже другой запрос'],
  'too-many-tries': [429, 'Слишком много попыток. Подождите немного'],
  'headers-too-large': [431, 'Адрес или заголовки запроса слишком длинные'],
  checksum: [460, 'Кусок файла пришёл с ошибкой. Отправьте его ещё раз'],
  fault: [500, 'На портале что-то сломалось. Попробуйте позже'],
  busy: [503, 'Портал сейчас не справляется. Попробуйте чуть позже'],
};

/** Shapes of problems. */
export const PROBLEM_SHAPES: Record<string, Shape> = {
  Problem: {
    schema: ProblemSchema,
    about: 'Отказ или сбой (RFC 9457).',
    fields: {
      type: 'Короткий код: что случилось. По нему виджет решает, что делать.',
      title: 'То же словами, по-русски.',
      status: 'Статус HTTP.',
      detail: 'Подробности, если есть что добавить.',
      instance: 'Где это случилось: адрес или номер запроса.',
      errors: 'Что не так в полях.',
      channels:
        'У `step-up-needed`: куда можно прислать код. Пусто, если в заявлении нет ни почты, ни телефона.',
      'channels.channel': 'Чем прислать: `email` или `sms`.',
      'channels.sentTo': 'Куда: почта или телефон со звёздочками.',
    },
    example: {
      type: 'invalid',
      title: 'Проверьте, что написано в полях',
      status: 422,
      errors: [{ pointer: '/answers/childSnils', code: 'snilsChecksum' }],
    },
  },
  FieldError: {
    schema: FieldErrorSchema,
    about: 'Что не так с одним полем.',
    fields: {
      pointer: 'Указатель на поле в запросе (RFC 6901).',
      code: 'Короткий код ошибки: виджет переводит его в слова.',
      detail: 'Подробности, если есть что добавить.',
    },
    example: { pointer: '/answers/childSnils', code: 'snilsChecksum' },
  },
};
