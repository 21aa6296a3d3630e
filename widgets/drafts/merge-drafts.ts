import { writeJson } from '../text/json.ts';
import type { Draft } from './draft.ts';

/**
 * Merges the draft of this tab with the `stored` one, which another tab may have changed meanwhile. The first rule that fits wins:
 * 1. nothing is stored, or the stored draft has another key: this tab's draft, for they are two different submissions. A draft that
 *    this tab has never saved counts as the stored one, as long as that has no receipt;
 * 2. one of the two has a receipt: that one, for the portal has accepted it;
 * 3. this tab's answers, under the stored key, with what both tabs have sent, without what the portal has `refused`.
 *
 * @example
 * mergeDrafts({ ...draft, sent: ['b'] }, { ...draft, sent: ['a'] }).sent // ['a', 'b']
 */
export function mergeDrafts<D extends Draft>(
  draft: D,
  stored: D | undefined,
  refused?: D['sent'][number],
): D {
  const isUnsaved = draft.savedAt === 0 && !stored?.receipt;
  if (!stored || !(isUnsaved || draft.key === stored.key)) return draft;
  if (stored.receipt) return stored;
  if (draft.receipt) return draft;
  const knownInputs = [refused, ...draft.sent].map((input) => writeJson(input));
  const inputsOfOtherTab = stored.sent.filter((input) => !knownInputs.includes(writeJson(input)));
  return { ...draft, key: stored.key, sent: [...inputsOfOtherTab, ...draft.sent] };
}
