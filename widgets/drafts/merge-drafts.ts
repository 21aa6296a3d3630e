import { writeJson } from '../text/json.ts';
import type { Draft } from './draft.ts';

/** What this tab knows besides its draft. */
interface Knowledge<D extends Draft> {
  /** The draft as this tab has last seen it on the device; absent where it has not. */
  seen?: D | undefined;
  /** An input that the portal has refused: it no longer counts as sent. */
  refused?: D['sent'][number] | undefined;
}

/**
 * Merges the draft of this tab with the `stored` one, which another tab may have changed meanwhile. The first rule that fits wins:
 * 1. nothing is stored, or the stored draft has another key: this tab's draft, for they are two different submissions. A draft that
 *    this tab has never saved counts as the stored one, as long as that has no receipt;
 * 2. one of the two has a receipt: that one, for the portal has accepted it;
 * 3. the answers of both tabs (`mergeAnswers`), under the stored key, with what both have sent, without what the portal has `refused`.
 *
 * @example
 * mergeDrafts({ ...draft, sent: ['b'] }, { ...draft, sent: ['a'] }).sent // ['a', 'b']
 */
export function mergeDrafts<D extends Draft>(
  draft: D,
  stored: D | undefined,
  { seen, refused }: Knowledge<D> = {},
): D {
  const isUnsaved = draft.savedAt === 0 && !stored?.receipt;
  if (!stored || !(isUnsaved || draft.key === stored.key)) return draft;
  if (stored.receipt) return stored;
  if (draft.receipt) return draft;
  const knownInputs = [refused, ...draft.sent].map((input) => writeJson(input));
  const inputsOfOtherTab = stored.sent.filter((input) => !knownInputs.includes(writeJson(input)));
  return {
    ...draft,
    ...mergeAnswers(draft, stored, seen),
    key: stored.key,
    // Where this tab has not pressed the button since, the other one may have.
    pressed: isSame(draft.pressed, seen?.pressed) ? stored.pressed : draft.pressed,
    sent: [...inputsOfOtherTab, ...draft.sent],
  };
}

type Answers = Pick<Draft, 'values' | 'changedAt' | 'others'>;

/**
 * Merges the answers of two tabs, each by itself. What only one of them has changed since this tab has `seen` the draft is taken from
 * that one. What both have changed: the later answer, and the earlier one is in `others`. Of files both keep theirs.
 */
function mergeAnswers(draft: Answers, stored: Answers, seen: Answers | undefined): Answers {
  const values: Record<string, unknown> = { ...draft.values };
  const changedAt: Record<string, number> = { ...draft.changedAt };
  const others = mergeOthers(draft.others, stored.others, seen?.others ?? {});
  for (const [name, theirs] of Object.entries(stored.changedAt)) {
    const [here, there] = [draft.values[name], stored.values[name]];
    const ours = draft.changedAt[name] ?? 0;
    const known = seen?.changedAt[name] ?? 0;
    changedAt[name] = Math.max(ours, theirs);
    if (isSame(here, there) || theirs === known) continue;
    if (ours > known && Array.isArray(here) && Array.isArray(there)) {
      values[name] = mergeFiles(here, there);
      // Neither tab has this list yet.
      changedAt[name]++;
      continue;
    }
    if (ours > known && ours >= theirs) {
      addOther(others, name, there);
      continue;
    }
    if (ours > known) addOther(others, name, here);
    values[name] = there;
    changedAt[name] = theirs;
  }
  return { values, changedAt, others };
}

/** What is in either, without what the citizen has settled in one of the tabs: `seen` has it, and that tab does not. */
function mergeOthers(
  ours: Answers['others'],
  theirs: Answers['others'],
  seen: Answers['others'],
): Record<string, readonly unknown[]> {
  const names = [...new Set([...Object.keys(ours), ...Object.keys(theirs)])];
  return Object.fromEntries(
    names.flatMap((name) => {
      const [here, there, known] = [ours[name] ?? [], theirs[name] ?? [], seen[name] ?? []];
      const all = [...here, ...there.filter((other) => !includes(here, other))];
      const open = all.filter(
        (other) => !includes(known, other) || (includes(here, other) && includes(there, other)),
      );
      return open.length ? [[name, open]] : [];
    }),
  );
}

const includes = (answers: readonly unknown[], wanted: unknown): boolean =>
  answers.some((answer) => isSame(answer, wanted));

/** The files of both lists, each once. */
const mergeFiles = (here: readonly unknown[], there: readonly unknown[]): unknown[] => [
  ...here,
  ...there.filter((file) => !includes(here, file)),
];

/** Notes an answer that is not in the draft, unless it is empty or noted already. */
function addOther(others: Record<string, readonly unknown[]>, name: string, answer: unknown): void {
  const noted = others[name] ?? [];
  if (!isEmpty(answer) && !includes(noted, answer)) others[name] = [...noted, answer];
}

const isEmpty = (value: unknown): boolean => isSame(value, '') || isSame(value, []);

/** Whether two answers are the same. Files count as the same when name, size and type are. */
function isSame(one: unknown, other: unknown): boolean {
  return writeJson(comparable(one)) === writeJson(comparable(other));
}

/** JSON says nothing of a `File`. */
function comparable(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(comparable);
  if (typeof value !== 'object' || value === null || !('size' in value)) return value ?? '';
  const { name, size, type } = value as File;
  return [name, size, type];
}
