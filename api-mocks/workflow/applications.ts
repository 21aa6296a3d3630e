import { targetStateOf, type CaseMoveName } from '../../widgets/contract/applications/moves.ts';
import { requireCase, requireCaseWithStepUp, type CaseAccessContext } from '../cases/case-access.ts';
import { findCase, type Case } from '../cases/cases.ts';
import { sendApplicantLetter } from '../cases/letters.ts';
import { applicationStatusOf } from '../cases/status.ts';
import type { Handlers } from '../http/handlers.ts';
import { HttpProblem } from '../http/problem.ts';
import { moveCase } from './case-moves.ts';
import { registerApplication, registerCorrection, type RegisterContext } from './register-application.ts';
import { ANSWERED_NOTE } from './words.ts';

/** Handlers by which the applicant changes applications. Those that show them are in `cases/applications.ts`. */
export const applicationWriteHandlers: Pick<
  Handlers<RegisterContext & CaseAccessContext>,
  'createApplication' | 'createWithdrawal' | 'createAnswer' | 'createCorrection'
> = {
  createApplication({ body, citizen }, context) {
    const created = registerApplication(context, body, citizen?.id ?? null);
    return { status: 201, body: created, headers: { Location: locationOf(created) } };
  },
  createWithdrawal(request, context) {
    const kase = refuseImpossibleMove(requireCaseWithStepUp(context, request), 'withdraw');
    moveCase(context, kase, { move: 'withdraw', text: request.body.reason });
    return { status: 201, body: applicationStatusOf(context, rereadCase(context, kase)) };
  },
  createAnswer(request, context) {
    const kase = refuseImpossibleMove(requireCase(context, request), 'answer');
    sendApplicantLetter(context, kase, request.body);
    moveCase(context, kase, { move: 'answer', note: ANSWERED_NOTE });
    return { status: 201, body: applicationStatusOf(context, rereadCase(context, kase)) };
  },
  createCorrection(request, context) {
    const created = registerCorrection(context, request.body, requireCaseWithStepUp(context, request));
    return { status: 201, body: created, headers: { Location: locationOf(created) } };
  },
};

/** Gives the case. Throws 409 `wrong-state` if the table does not allow the move now. */
function refuseImpossibleMove(kase: Case, move: CaseMoveName): Case {
  if (targetStateOf(move, kase) === undefined) throw new HttpProblem('wrong-state');
  return kase;
}

const locationOf = ({ number }: { number: string }) => `/v1/applications/${number}`;

/** Reads a case again, after it was changed. */
const rereadCase = ({ db }: RegisterContext, kase: Case): Case => findCase(db, kase.number) ?? kase;
