import type { TemplateResult } from 'lit';

import type { CaseWish } from '../portal/case-events.ts';
import type { Portal } from '../portal/context.ts';
import type { Failure } from '../portal/errors.ts';
import type { Messages } from './messages.ts';
import type { Group, Row } from './rows.ts';

/** What the citizen has chosen in the list, and what she is doing in it. */
export interface ListState {
  /** Which rows are shown. */
  filter: Group | 'all';
  /** What she looks for, as she has typed it. */
  query: string;
  /** The row in which she is asked something: a name, or whether to withdraw. */
  asking?: { key: string; what: 'name' | 'withdrawal' } | undefined;
  /** What she has removed last, and the way to bring it back. */
  removed?: { title: string; undo: () => Promise<void> } | undefined;
  /** Why a sign-in or a withdrawal has not come about. */
  notice?: 'signInFailed' | 'cannotWithdraw' | undefined;
}

/** What the buttons of the list do. */
export interface ListActions {
  change(state: Partial<ListState>): void;
  refresh: () => Promise<void>;
  signIn: () => void;
  /** Opens a case in the status tracker, there where she can do what she wishes; without a row, the tracker asks for number and code. */
  open(row?: Row, wish?: CaseWish): void;
  /** Goes on with a draft in the form of its service. */
  resume(row: Row): void;
  /** Begins another application of the same service. */
  repeat(row: Row): void;
  withdraw(row: Row): void;
  rename(row: Row, name: string): void;
  remove(row: Row): void;
  undo: () => void;
}

/** What asks something in a row; fetched when it is needed. */
export interface RowQuestions {
  nameView: (row: Row, context: ListContext) => TemplateResult;
  withdrawalView: (row: Row, context: ListContext) => TemplateResult;
}

/** What the views need of the `Cabinet`. */
interface ShownCabinet {
  portal: Portal;
  failure: Failure | undefined;
  isReading: boolean;
  readAt: number | undefined;
  isFromPortal: boolean;
  isSignedOut: boolean;
  isShared: boolean;
  rows: Row[];
  /** Shows the rows; fetched with what reads them. */
  parts: { filledView: (rows: readonly Row[], context: ListContext) => TemplateResult } | undefined;
}

/** What the views of the list need. */
export interface ListContext {
  questions: RowQuestions | undefined;
  cabinet: ShownCabinet;
  state: ListState;
  messages: Messages;
  actions: ListActions;
}

/** How a row is called: as the citizen calls it, or by its service. */
export const titleOf = ({ name, title, kase }: Row, messages: Messages): string =>
  name || title || (kase?.isComplaint ? messages.complaint : messages.untitled);
