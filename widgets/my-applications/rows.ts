// Longer than other modules: one list of three sources, which is made in one place.
import type { ApplicationCreated, ApplicationStatus, Need } from '../contract/applications/schemas.ts';
import type { DraftSummary } from '../contract/drafts/schemas.ts';
import type { CaseNote } from '../drafts/case-notes.ts';
import type { Draft } from '../drafts/draft.ts';

/** What the list has to know of a case. The status and the portal's own list both have it. */
export type CaseSummary = Omit<ApplicationStatus, 'history' | 'next' | 'outcome' | 'question'> & {
  /** Whether it is a complaint. Its state has a name of its own then, which is in `titles`. */
  isComplaint?: true;
};

/** How a case stood, and when the portal has said so, in milliseconds since 1970. `status` is absent where it does not know the case. */
export interface KnownStatus {
  status?: CaseSummary;
  at: number;
}

/** A draft of an application, or the receipt of one that was sent. */
export type StoredApplication = Draft<unknown, ApplicationCreated>;

/** All that is known of the applications of a citizen. */
export interface Sources {
  /** Drafts and receipts of this device. */
  stored: readonly StoredApplication[];
  /** Notes of this device, by the number of the case or the id of the draft. */
  notes: ReadonlyMap<string, CaseNote<KnownStatus>>;
  /** What the portal has listed, and when; absent where nobody is signed in. */
  account?: { items: readonly CaseSummary[]; drafts?: readonly DraftSummary[]; at: number } | undefined;
  /** Whether others use this computer: drafts of the portal cannot be gone on with, for nothing is kept here. */
  isShared?: boolean;
  /** Title of a service by its slug. */
  titles: ReadonlyMap<string, string>;
}

/** Which part of the list a row belongs to, in its order. */
export const ROW_GROUPS = ['waiting', 'drafts', 'going', 'done'] as const;
/** One of {@link ROW_GROUPS}. */
export type Group = (typeof ROW_GROUPS)[number];

/** One line of the list: a draft, or a case. */
export interface Row {
  /** Number of the case, or id of the draft. */
  key: string;
  group: Group;
  /** What the citizen calls it; empty where she has given no name. */
  name: string;
  /** Slug of the service. */
  service: string;
  /** Short title of the service; empty where it is not known. */
  title: string;
  /** When the draft was changed or the application sent, in milliseconds since 1970. */
  at: number;
  /** What this device keeps of it; absent where only the portal has it. */
  stored?: StoredApplication | undefined;
  /** Id of a draft that the portal keeps. */
  portalDraft?: string;
  /** Absent for a draft. */
  kase?: RowCase;
}

/** The case of a row. */
interface RowCase extends Partial<KnownStatus> {
  number: string;
  /** Empty where this device has none. */
  code: string;
  /** What the citizen has to do now; absent where she has to wait. */
  need?: Need | undefined;
  isComplaint: boolean;
  /** Whether the portal has listed it for the citizen who is signed in. */
  isInAccount: boolean;
}

/** The slug of the service: `detskiy-sad~1` is a second draft of `detskiy-sad`. */
const serviceOf = ({ id }: Pick<Draft, 'id'>): string => id.replace(/~\d+$/, '');

/** Makes the list: each case once, what waits for the citizen first, and then the newest first. */
export function rowsOf(sources: Sources): Row[] {
  const { stored, account } = sources;
  const receipts = new Map(stored.flatMap((draft) => (draft.receipt ? [[draft.receipt.number, draft]] : [])));
  const listed = account?.items ?? [];
  const inAccount = new Set(listed.map(({ number }) => number));
  return [
    ...stored.filter(({ receipt }) => !receipt).map((draft) => draftRow(draft.id, draft, sources)),
    ...draftsOfPortal(sources).map(({ id, service, savedAt }) => ({
      ...draftRow(id, { id: service, savedAt: Date.parse(savedAt) }, sources),
      portalDraft: id,
    })),
    ...listed.map((status) =>
      caseRow(
        { status, at: account?.at ?? 0 },
        { sources, stored: receipts.get(status.number), isInAccount: true },
      ),
    ),
    ...[...receipts]
      .filter(([number]) => !inAccount.has(number))
      .map(([number, draft]) => {
        const known = sources.notes.get(number)?.known ?? { at: 0 };
        return caseRow(known, { sources, stored: draft, isInAccount: false });
      }),
  ].sort(byNeedAndTime);
}

/** The drafts of the portal of which this device has no copy that is as new. */
const draftsOfPortal = ({ account, isShared, stored }: Sources): readonly DraftSummary[] =>
  isShared ? [] : (account?.drafts ?? []).filter((draft) => !stored.some((copy) => isCopyOf(copy, draft)));

/** Whether a draft of this device, or what was sent from it, is a copy of this version of a draft of the portal. */
export const isCopyOf = ({ portalDraft }: StoredApplication, { id, version }: DraftSummary): boolean =>
  portalDraft?.id === id && portalDraft.version === version;

const byNeedAndTime = (one: Row, other: Row) =>
  Number(other.group === 'waiting') - Number(one.group === 'waiting') || other.at - one.at;

function draftRow(
  key: string,
  draft: StoredApplication | Pick<StoredApplication, 'id' | 'savedAt'>,
  { notes, titles }: Sources,
): Row {
  const service = serviceOf(draft);
  return {
    key,
    group: 'drafts',
    name: notes.get(key)?.name ?? '',
    service,
    title: titles.get(service) ?? '',
    at: draft.savedAt,
    ...('values' in draft && { stored: draft }),
  };
}

/** Where a case is known from. */
interface CaseOrigin {
  sources: Sources;
  stored: StoredApplication | undefined;
  isInAccount: boolean;
}

function caseRow(known: KnownStatus, { sources, stored, isInAccount }: CaseOrigin): Row {
  const { status } = known;
  const receipt = stored?.receipt;
  const number = status?.number ?? receipt?.number ?? '';
  const service = status?.service.slug ?? (stored ? serviceOf(stored) : '');
  const need = status && needOf(status);
  return {
    key: number,
    group: need ? 'waiting' : isOver(status) ? 'done' : 'going',
    name: sources.notes.get(number)?.name ?? '',
    service,
    title: status?.service.short ?? sources.titles.get(service) ?? '',
    at: Date.parse(status?.submittedAt ?? receipt?.submittedAt ?? '') || 0,
    stored,
    kase: {
      ...known,
      number,
      code: receipt?.code ?? '',
      need,
      isComplaint: !!status?.isComplaint || service.startsWith('complaint'),
      isInAccount,
    },
  };
}

/** What the citizen has to do in a case. A portal of the first version does not say it, but it can be told from the state. */
function needOf({ need, state, correctedBy, titles }: CaseSummary): Need | undefined {
  if (need || titles) return need;
  if (state === 'asked') return { kind: 'answer' };
  return state === 'refused' && correctedBy === undefined ? { kind: 'mend' } : undefined;
}

/** A final state has no days left, whatever its name is. */
const isOver = (status: CaseSummary | undefined) => !!status && !status.daysLeft;
