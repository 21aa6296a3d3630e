import { randomUUID } from 'node:crypto';

import type { Context } from 'hono';

import type { FEEDBACK_OPERATIONS } from '../../widgets/contract/feedback/operations.ts';
import { questionnaireAnswersSchema } from '../../widgets/contract/feedback/schemas.ts';
import type { HandlersOf } from '../http/api.ts';
import { conditionalResponse } from '../http/etag.ts';
import { ipAddressOf, type RateLimiter } from '../http/rate-limiter.ts';
import { HttpProblem, parseRequestPart } from '../http/problem.ts';
import type { ClockContext, WallClockContext } from '../store/clock.ts';
import { insertRow, type DatabaseContext } from '../store/database.ts';
import { seal, type KeyContext } from '../store/sealing.ts';
import { QUESTIONNAIRE } from './questionnaire.ts';

/** Messages without a sender that one address may send in a minute: a whole library may stand behind it. */
export const FEEDBACK_PER_MINUTE = 20;

export interface FeedbackRateLimitContext {
  /** How much each address may still say: `FEEDBACK_A_MINUTE`. */
  feedbackRateLimiter: RateLimiter;
}

type FeedbackContext = DatabaseContext &
  KeyContext &
  ClockContext &
  WallClockContext &
  FeedbackRateLimitContext;

const NOTE =
  'Спасибо, мы получили ваше сообщение и прочитаем его. Это не обращение: закон не обязывает нас отвечать. Нужен ответ по ' +
  'закону — войдите на портал и подайте обращение или жалобу.';

/** What anybody may say without signing in. */
export const feedbackHandlers: HandlersOf<typeof FEEDBACK_OPERATIONS, FeedbackContext> = {
  createPlainMessage({ c, body }, context) {
    const receivedAt = storeFeedback(context, c, { kind: 'message', said: body });
    return { status: 201, body: { receivedAt, isAppeal: false, note: NOTE } };
  },
  createPageFeedback: ({ c, body }, context) => ({
    status: 201,
    body: { receivedAt: storeFeedback(context, c, { kind: 'page', said: body }) },
  }),
  getQuestionnaire: ({ headers }) => conditionalResponse(QUESTIONNAIRE, headers['If-None-Match']),
  createQuestionnaireAnswers({ c, body: { version, answers } }, context) {
    if (version !== QUESTIONNAIRE.version) throw new HttpProblem('form-changed');
    const given = parseRequestPart(questionnaireAnswersSchema(QUESTIONNAIRE), answers, { at: '/answers' });
    const receivedAt = storeFeedback(context, c, {
      kind: 'questionnaire',
      said: { version, answers: given },
    });
    return { status: 201, body: { receivedAt } };
  },
};

/** Stores what was said. Gives the instant; refuses an address that has said too much. */
function storeFeedback(
  { db, key, now, wallNow, feedbackRateLimiter }: FeedbackContext,
  c: Context,
  { kind, said }: { kind: 'message' | 'page' | 'questionnaire'; said: object },
): string {
  const { wait } = feedbackRateLimiter.takeRequest(ipAddressOf(c), wallNow().getTime());
  if (wait) throw new HttpProblem('too-many-tries', { retryAfter: wait });
  const receivedAt = now().toISOString();
  insertRow(db, 'feedback', { id: randomUUID(), kind, receivedAt, sealed: seal(key, said) });
  return receivedAt;
}
