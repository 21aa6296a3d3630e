import { isFinalState } from '../../widgets/contract/applications/moves.ts';
import type { ApplicationStatus, Need, NeedKind } from '../../widgets/contract/applications/schemas.ts';
import type { Case } from './cases.ts';

/** Who works on a case now: the applicant, the agency, another one. Nobody on a case that has ended. */
export function holderOf({ state, agency }: Case): ApplicationStatus['holder'] {
  if (isFinalState(state)) return undefined;
  if (state === 'asked') return { role: 'applicant', title: 'Вы' };
  return state === 'requested'
    ? { role: 'otherAgency', title: 'Другой орган' }
    : { role: 'specialist', title: agency.title };
}

/**
 * The most urgent thing that the applicant has to do; `undefined` if nothing. An instant is written by `writeInstant`, in local time.
 *
 * A question comes before all else, because the period stands still; then an invoice, a time to choose, a visit; a refusal that she
 * has not corrected yet comes last.
 */
export function needOf(
  kase: Case,
  { today, now, writeInstant }: { today: string; now: number; writeInstant: (instant: number) => string },
): (Need & { kind: NeedKind }) | undefined {
  const { state, answerDueOn, payBy, chooseBy, visitAt, correctedBy } = kase;
  if (state === 'asked') return { kind: 'answer', ...(answerDueOn !== null && { by: answerDueOn }) };
  if (state === 'refused') return correctedBy === null ? { kind: 'mend' } : undefined;
  if (payBy !== null) return { kind: 'pay', by: payBy };
  const isExpected = visitAt !== null && visitAt > now;
  if (isExpected) return { kind: 'come', at: writeInstant(visitAt) };
  const canChoose = chooseBy !== null && chooseBy >= today && !isFinalState(state);
  return canChoose ? { kind: 'choose-time', by: chooseBy } : undefined;
}
