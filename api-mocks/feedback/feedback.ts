import { randomUUID } from 'node:crypto';

import type { Context } from 'hono';

import type { FEEDBACK_OPERATIONS } from '../../widgets/contract/feedback/operations.ts';
import { questionnaireAnswersSchema } from '../../widgets/contract/feedback/schemas.ts';
import type { HandlersOf } from '../http/handlers.ts';
import { conditionalResponse } from '../http/etag.ts';
import { ipAddressOf, type RateLimiter } from '../http/rate-limiter.ts';
import { HttpProblem, parseRequestPart } from '../http/problem.ts';
import type { ClockContext, WallClockContext } from '../store/clock.ts';
import { insertRow, type DatabaseContext } from '../store/database.ts';
import { seal, type KeyContext } from '../store/sealing.ts';
import { QUESTIONNAIRE } from './questionnaire.ts';

/** Anonymous messages that one address may send in a minute. A whole library may share one address. */
export const FEEDBACK_PER_MINUTE = 20;

/** Limits anonymous messages. */
export interface FeedbackRateLimitContext {
  /** Allows `FEEDBACK_PER_MINUTE` messages for each address. */
  feedbackRateLimiter: RateLimiter;
}

type FeedbackContext = DatabaseContext &
  KeyContext &
  ClockContext &
  WallClockContext &
  FeedbackRateLimitContext;

/** Says to the sender of a message, in Russian, that the law does not oblige anybody to answer. */
const NOT_AN_APPEAL_NOTE =
  'Спасибо, мы получили ваше сообщение и прочитаем его. Это не обращение: закон не обязывает нас отвечать. Нужен ответ по ' +
  'закону — войдите на портал и подайте обращение или жалобу.';

/** Handlers of what anybody may send without signing in: messages, opinions about a page, the questionnaire. */
export const feedbackHandlers: HandlersOf<typeof FEEDBACK_OPERATIONS, FeedbackContext> = {
  createPlainMessage({ c, body }, context) {
    const receivedAt = storeFeedback(context, c, { kind: 'message', content: body });
    return { status: 201, body: { receivedAt, isAppeal: false, note: NOT_AN_APPEAL_NOTE } };
  },
  createPageFeedback: ({ c, body }, context) => ({
    status: 201,
    body: { receivedAt: storeFeedback(context, c, { kind: 'page', content: body }) },
  }),
  getQuestionnaire: ({ headers }) => conditionalResponse(QUESTIONNAIRE, headers['If-None-Match']),
  createQuestionnaireAnswers({ c, body: { version, answers } }, context) {
    if (version !== QUESTIONNAIRE.version) throw new HttpProblem('form-changed');
    const validAnswers = parseRequestPart(questionnaireAnswersSchema(QUESTIONNAIRE), answers, {
      at: '/answers',
    });
    const receivedAt = storeFeedback(context, c, {
      kind: 'questionnaire',
      content: { version, answers: validAnswers },
    });
    return { status: 201, body: { receivedAt } };
  },
};

/** Stores a message, encrypted. Gives the instant, ISO 8601. Throws 429 `too-many-tries` if its address has sent too many. */
function storeFeedback(
  { db, key, now, wallNow, feedbackRateLimiter }: FeedbackContext,
  c: Context,
  { kind, content }: { kind: 'message' | 'page' | 'questionnaire'; content: object },
): string {
  const { wait } = feedbackRateLimiter.takeRequest(ipAddressOf(c), wallNow().getTime());
  if (wait) throw new HttpProblem('too-many-tries', { retryAfter: wait });
  const receivedAt = now().toISOString();
  insertRow(db, 'feedback', { id: randomUUID(), kind, receivedAt, sealed: seal(key, content) });
  return receivedAt;
}
