import type { Need, NeedKind } from '../contract/applications/schemas.ts';
import type { FoundCase } from '../portal/look-up-case.ts';
import type { Messages } from './messages.ts';
import { stateWords } from './timeline-view.ts';

/** The name of a complaint's state. */
const complaintTitle = (state: string, { complaint }: Messages): string =>
  (complaint.states as Partial<Record<string, string>>)[state] ?? state;

/** What the citizen has to do, by its title; `undefined` where these widgets do not know it. */
const needTitle = ({ kind, at }: Need, { needs }: Messages, timeZone: string) =>
  (needs as Partial<Messages['needs']>)[kind as NeedKind]?.title(at, timeZone);

/** What has changed in a case since it was looked at before, in one sentence; `undefined` where nothing has that concerns the citizen. */
export function newsIn(before: FoundCase, now: FoundCase, messages: Messages): string | undefined {
  if (before.kind === 'complaint' || now.kind === 'complaint')
    return before.kind === now.kind && before.status.state !== now.status.state
      ? messages.changed(complaintTitle(now.status.state, messages))
      : undefined;
  const [old, status] = [before.status, now.status];
  if (old.state !== status.state) return messages.changed(stateWords(status.state, status, messages).done);
  const { need } = status;
  if (need && need.kind !== old.need?.kind)
    return needTitle(need, messages, now.access.portal.config.region.timeZone);
  const { unread = 0 } = status;
  return unread > (old.unread ?? 0) ? `${messages.sections.letters}: ${messages.unread(unread)}` : undefined;
}
