import type { ListContext } from './list-state.ts';
import type { Messages } from './messages.ts';
import type { CaseSummary, Row } from './rows.ts';

/** The service, where the citizen has another name for it; the number; when it was sent or changed. */
export function detailsOf({ name, title, kase, at }: Row, { messages, cabinet }: ListContext): string {
  const { timeZone } = cabinet.portal.config.region;
  const time = kase ? messages.sentOn(at, timeZone) : messages.changedOn(at, timeZone);
  return [name && title, kase && messages.numbered(kase.number), at && time].filter(Boolean).join(' · ');
}

/** The word and the shape for how a row stands. */
export function badgeOf({ group, kase }: Row): keyof Messages['badges'] {
  if (!kase) return 'draft';
  const { status } = kase;
  if (group === 'waiting') return 'waiting';
  if (status?.overdue) return 'late';
  const { state } = status ?? {};
  return state === 'ready' || state === 'refused' || state === 'withdrawn' ? state : 'going';
}

/** How a row stands, in a sentence or two; while the portal does not answer, also when it was so. */
export function sentenceOf({ kase }: Row, { messages, cabinet }: ListContext): string {
  if (!kase) return messages.draftHint;
  const { status, at } = kase;
  if (!status) return at ? messages.unknown : messages.unasked;
  const known = [kase.need ? messages.needs[kase.need].what : stateText(status, messages)];
  if (cabinet.failure && at) known.push(messages.asOf(at, cabinet.portal.config.region.timeZone));
  return known.join(' ');
}

function stateText({ state, overdue, dueOn, daysLeft }: CaseSummary, messages: Messages): string {
  const text = messages.states[state];
  if (overdue) return `${text} ${messages.answerWasDue(dueOn)}`;
  return daysLeft ? `${text} ${messages.answerBy(dueOn)}` : text;
}
