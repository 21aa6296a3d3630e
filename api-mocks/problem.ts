import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import * as v from 'valibot';

import type { FieldError, Problem, ProblemType } from '../widgets/contract/problem.ts';

const KINDS: Record<ProblemType, [status: number, title: string]> = {
  malformed: [400, 'Запрос не удалось прочитать'],
  'key-missing': [400, 'Нужен заголовок Idempotency-Key: строка в кавычках, от 16 знаков'],
  'signed-out': [401, 'Время входа вышло. Войдите снова'],
  'foreign-origin': [403, 'Этого сайта нет в списке портала'],
  'not-found': [404, 'Здесь ничего нет'],
  slow: [408, 'Запрос шёл слишком долго'],
  'in-flight': [409, 'Этот запрос уже выполняется'],
  'form-changed': [409, 'Вопросы в форме изменились. Загрузите её заново'],
  'no-result': [409, 'Оценить услугу можно, когда есть результат'],
  'already-rated': [409, 'Вы уже оценили эту услугу'],
  'tus-version': [412, 'Портал принимает файлы по протоколу tus 1.0.0'],
  'too-large': [413, 'Слишком много данных'],
  'media-type': [415, 'Такой вид данных портал не принимает'],
  invalid: [422, 'Проверьте, что написано в полях'],
  'key-reused': [422, 'С этим Idempotency-Key пришёл уже другой запрос'],
  'too-many-tries': [429, 'Слишком много попыток. Подождите немного'],
  fault: [500, 'На портале что-то сломалось. Попробуйте позже'],
};

/** Hostile input may have thousands of mistakes; nobody reads more than these. */
const MOST_ERRORS = 100;

interface RefusalOptions {
  errors?: FieldError[];
  headers?: Record<string, string>;
  cause?: unknown;
}

/** The portal will not do it. Thrown anywhere, answered as `application/problem+json` (RFC 9457). */
export class Refusal extends Error {
  override name = 'Refusal';
  readonly problem: Problem;
  readonly headers: Record<string, string>;

  constructor(type: ProblemType, { errors, headers = {}, cause }: RefusalOptions = {}) {
    const [status, title] = KINDS[type];
    super(title, { cause });
    this.problem = { type, title, status, ...(errors && { errors: errors.slice(0, MOST_ERRORS) }) };
    this.headers = headers;
  }
}

/** Parses a part of the request that stands at the JSON pointer `at`; refuses it with one error for each field. */
export function valid<S extends v.GenericSchema>(schema: S, input: unknown, at = ''): v.InferOutput<S> {
  const parsed = v.safeParse(schema, input);
  if (parsed.success) return parsed.output;
  throw new Refusal('invalid', { errors: parsed.issues.map((issue) => fieldError(issue, at)) });
}

function fieldError({ path, message, received }: v.BaseIssue<unknown>, at: string): FieldError {
  const steps = (path ?? []).map(({ key }) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`);
  // A message that is not a code is valibot's own: a field is absent, or is of a kind that no widget of ours sends.
  const code = /^[a-zA-Z]+$/.test(message) ? message : received === 'undefined' ? 'required' : 'invalid';
  return { pointer: at + steps.join(''), code };
}

/** The answer to whatever was thrown. Only what nobody foresaw is logged; its details stay here. */
export function answerProblem(error: Error, c: Context): Response {
  if (error instanceof Refusal) return problemResponse(error);
  if (error instanceof HTTPException && error.status === 403)
    return problemResponse(new Refusal('foreign-origin'));
  console.error(`${c.req.method} ${c.req.path}`, error);
  return problemResponse(new Refusal('fault'));
}

const problemResponse = ({ problem, headers }: Refusal) =>
  new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: { ...headers, 'Content-Type': 'application/problem+json; charset=utf-8' },
  });
