import type { Need } from '../contract/applications/schemas.ts';
import type { FoundCase } from '../portal/look-up-case.ts';
import { knownText } from '../text/known-text.ts';
import { complaintStateTitle } from './complaint-view.ts';
import type { Messages } from './messages.ts';
import { stateWords } from './timeline-view.ts';

/** What the citizen has to do, by its title. */
const needTitle = ({ kind, at }: Need, { needs }: Messages, timeZone: string) =>
  (knownText(needs, kind) ?? needs.other).title(at, timeZone);

/** What has changed in a case since it was looked at before, in one sentence; `undefined` where nothing has that concerns the citizen. */
export function newsIn(before: FoundCase, now: FoundCase, messages: Messages): string | undefined {
  if (now.kind === 'complaint')
    return before.status.state === now.status.state
      ? undefined
      : messages.changed(complaintStateTitle(now.status.state, now.status, messages));
  if (before.kind === 'complaint') return undefined;
  const [old, status] = [before.status, now.status];
  if (old.state !== status.state) return messages.changed(stateWords(status.state, status, messages).done);
  const { need } = status;
  if (need && need.kind !== old.need?.kind)
    return needTitle(need, messages, now.access.portal.config.region.timeZone);
  const { unread = 0 } = status;
  return unread > (old.unread ?? 0) ? `${messages.sections.letters}: ${messages.unread(unread)}` : undefined;
}
