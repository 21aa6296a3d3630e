import { targetStateOf, type CaseMoveName } from '../../widgets/contract/applications/moves.ts';
import { attachFiles, attachmentsAt } from '../cases/attachments.ts';
import { findCase, requireOwnCase, type Case } from '../cases/cases.ts';
import { sendLetter } from '../cases/letters.ts';
import { applicationStatusOf } from '../cases/status.ts';
import type { Handlers } from '../http/handlers.ts';
import type { Citizen } from '../http/identity.ts';
import { HttpProblem } from '../http/problem.ts';
import { moveCase } from './case-moves.ts';
import { registerApplication, registerCorrection, type RegisterContext } from './register-application.ts';
import { ANSWERED_NOTE } from './words.ts';

/** Handlers by which the applicant changes applications. Those that show them are in `cases/applications.ts`. */
export const applicationWriteHandlers: Pick<
  Handlers<RegisterContext>,
  'createApplication' | 'createWithdrawal' | 'createAnswer' | 'createCorrection'
> = {
  createApplication({ body, citizen }, context) {
    const created = registerApplication(context, body, citizen?.id ?? null);
    return { status: 201, body: created, headers: { Location: locationOf(created) } };
  },
  createWithdrawal({ params, body, citizen }, context) {
    const kase = requireMovableCase(context, params.number, { citizen, move: 'withdraw' });
    moveCase(context, kase, { move: 'withdraw', text: body.reason });
    return { status: 201, body: applicationStatusOf(context, rereadCase(context, kase)) };
  },
  createAnswer({ params, body: { text = '', uploads = [] }, citizen }, context) {
    const kase = requireMovableCase(context, params.number, { citizen, move: 'answer' });
    attachFiles(context, attachmentsAt('/uploads', uploads), { number: kase.number });
    sendLetter(context, kase, { role: 'applicant', text, ...(uploads.length && { uploads }) });
    moveCase(context, kase, { move: 'answer', note: ANSWERED_NOTE });
    return { status: 201, body: applicationStatusOf(context, rereadCase(context, kase)) };
  },
  createCorrection({ params, body, citizen }, context) {
    const created = registerCorrection(context, body, requireOwnCase(context, params.number, citizen));
    return { status: 201, body: created, headers: { Location: locationOf(created) } };
  },
};

/**
 * Finds a case of the citizen. Throws 404 `not-found` without it, and 409 `wrong-state` if the table does not allow the move
 * now.
 */
function requireMovableCase(
  context: RegisterContext,
  number: string,
  { citizen, move }: { citizen: Citizen; move: CaseMoveName },
): Case {
  const kase = requireOwnCase(context, number, citizen);
  if (targetStateOf(move, kase) === undefined) throw new HttpProblem('wrong-state');
  return kase;
}

const locationOf = ({ number }: { number: string }) => `/v1/applications/${number}`;

/** Reads a case again, after it was changed. */
const rereadCase = ({ db }: RegisterContext, kase: Case): Case => findCase(db, kase.number) ?? kase;
