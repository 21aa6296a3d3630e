import type { Need } from '../contract/applications/schemas.ts';
import { knownText } from '../text/known-text.ts';
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
  if (state === 'ready' || state === 'refused' || state === 'withdrawn') return state;
  return group === 'done' ? 'over' : 'going';
}

/** How a row stands, in a sentence or two; while the portal does not answer, also when it was so. */
export function sentenceOf({ kase, portalDraft }: Row, { messages, cabinet }: ListContext): string {
  if (!kase) return portalDraft ? messages.portalDraftHint : messages.draftHint;
  const { status, at } = kase;
  if (!status) return at ? messages.unknown : messages.unasked;
  const { timeZone } = cabinet.portal.config.region;
  const { need } = kase;
  const known = [need ? needWords(need, messages).what(need, timeZone) : stateText(status, messages)];
  if (cabinet.failure && at) known.push(messages.asOf(at, timeZone));
  return known.join(' ');
}

/** The words for what the citizen has to do, also where only a newer portal knows it. */
export const needWords = ({ kind }: Need, { needs }: Messages): Messages['needs']['other'] =>
  knownText(needs, kind) ?? needs.other;

/** The state in our words; one of a newer portal in its own. */
function stateText(
  { state, titles, overdue, dueOn, daysLeft, isComplaint }: CaseSummary,
  messages: Messages,
): string {
  const title = titles?.[state];
  const text = knownText(messages.states, state) ?? (title ? `${title}.` : messages.moved);
  if (overdue) return [text, messages.answerWasDue(dueOn), isComplaint ? '' : messages.canComplain].join(' ');
  return daysLeft ? `${text} ${messages.answerBy(dueOn)}` : text;
}
