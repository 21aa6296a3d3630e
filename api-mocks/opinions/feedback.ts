import { randomUUID } from 'node:crypto';

import type { Context } from 'hono';

import { questionnaireAnswersSchema } from '../../widgets/contract/feedback/schemas.ts';
import type { FEEDBACK } from '../../widgets/contract/feedback/operations.ts';
import type { HandlersOf } from '../http/api.ts';
import { insert } from '../store/database.ts';
import { unlessKnown } from '../http/etag.ts';
import { Limits, addressOf } from '../http/limits.ts';
import { Refusal, valid } from '../http/problem.ts';
import { QUESTIONNAIRE } from './questionnaire.ts';
import type { Sandbox } from '../sandbox.ts';
import { seal } from '../store/sealed.ts';

/** Letters without a sender that one address may send in a minute: a whole library may stand behind it. */
const MOST_A_MINUTE = 20;

const NOTE =
  'Спасибо, мы получили ваше сообщение и прочитаем его. Это не обращение: закон не обязывает нас отвечать. Нужен ответ по ' +
  'закону — войдите на портал и подайте обращение или жалобу.';

/** What anybody may say without signing in. */
export function feedback({ db, key, now, real }: Sandbox): HandlersOf<typeof FEEDBACK> {
  const limits = new Limits(MOST_A_MINUTE);

  /** Stores what was said. Gives the instant; refuses an address that has said too much. */
  function receive(c: Context, kind: 'message' | 'page' | 'questionnaire', said: object): string {
    const { wait } = limits.take(addressOf(c), real().getTime());
    if (wait) throw new Refusal('too-many-tries', { retryAfter: wait });
    const receivedAt = now().toISOString();
    insert(db, 'feedback', { id: randomUUID(), kind, receivedAt, sealed: seal(key, said) });
    return receivedAt;
  }

  return {
    createPlainMessage: ({ c, body }) => ({
      status: 201,
      body: { receivedAt: receive(c, 'message', body), isAppeal: false, note: NOTE },
    }),
    createPageFeedback: ({ c, body }) => ({ status: 201, body: { receivedAt: receive(c, 'page', body) } }),
    getQuestionnaire: ({ headers }) => unlessKnown(QUESTIONNAIRE, headers['If-None-Match']),
    createQuestionnaireAnswers({ c, body: { version, answers } }) {
      if (version !== QUESTIONNAIRE.version) throw new Refusal('form-changed');
      const given = valid(questionnaireAnswersSchema(QUESTIONNAIRE), answers, '/answers');
      return { status: 201, body: { receivedAt: receive(c, 'questionnaire', { version, answers: given }) } };
    },
  };
}
