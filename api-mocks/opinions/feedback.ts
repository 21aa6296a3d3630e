import { randomUUID } from 'node:crypto';

import type { Context } from 'hono';

import type { FEEDBACK } from '../../widgets/contract/feedback/operations.ts';
import { questionnaireAnswersSchema } from '../../widgets/contract/feedback/schemas.ts';
import type { HandlersOf } from '../http/api.ts';
import { unlessKnown } from '../http/etag.ts';
import { addressOf, type Limits } from '../http/limits.ts';
import { Refusal, valid } from '../http/problem.ts';
import type { ClockContext, WallClockContext } from '../store/clock.ts';
import { insert, type DatabaseContext } from '../store/database.ts';
import { seal, type KeyContext } from '../store/sealed.ts';
import { QUESTIONNAIRE } from './questionnaire.ts';

/** Messages without a sender that one address may send in a minute: a whole library may stand behind it. */
export const FEEDBACK_A_MINUTE = 20;

export interface FeedbackLimitsContext {
  /** How much each address may still say: `FEEDBACK_A_MINUTE`. */
  feedbackLimits: Limits;
}

type FeedbackContext = DatabaseContext & KeyContext & ClockContext & WallClockContext & FeedbackLimitsContext;

const NOTE =
  'Спасибо, мы получили ваше сообщение и прочитаем его. Это не обращение: закон не обязывает нас отвечать. Нужен ответ по ' +
  'закону — войдите на портал и подайте обращение или жалобу.';

/** What anybody may say without signing in. */
export const feedback: HandlersOf<typeof FEEDBACK, FeedbackContext> = {
  createPlainMessage({ c, body }, context) {
    const receivedAt = storeFeedback(context, c, { kind: 'message', said: body });
    return { status: 201, body: { receivedAt, isAppeal: false, note: NOTE } };
  },
  createPageFeedback: ({ c, body }, context) => ({
    status: 201,
    body: { receivedAt: storeFeedback(context, c, { kind: 'page', said: body }) },
  }),
  getQuestionnaire: ({ headers }) => unlessKnown(QUESTIONNAIRE, headers['If-None-Match']),
  createQuestionnaireAnswers({ c, body: { version, answers } }, context) {
    if (version !== QUESTIONNAIRE.version) throw new Refusal('form-changed');
    const given = valid(questionnaireAnswersSchema(QUESTIONNAIRE), answers, { at: '/answers' });
    const receivedAt = storeFeedback(context, c, {
      kind: 'questionnaire',
      said: { version, answers: given },
    });
    return { status: 201, body: { receivedAt } };
  },
};

/** Stores what was said. Gives the instant; refuses an address that has said too much. */
function storeFeedback(
  { db, key, now, real, feedbackLimits }: FeedbackContext,
  c: Context,
  { kind, said }: { kind: 'message' | 'page' | 'questionnaire'; said: object },
): string {
  const { wait } = feedbackLimits.take(addressOf(c), real().getTime());
  if (wait) throw new Refusal('too-many-tries', { retryAfter: wait });
  const receivedAt = now().toISOString();
  insert(db, 'feedback', { id: randomUUID(), kind, receivedAt, sealed: seal(key, said) });
  return receivedAt;
}
