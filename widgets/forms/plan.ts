import type { FieldValues } from '../fields/field-kind.ts';
import type { Portal } from '../portal/context.ts';
import type { SendResult } from '../portal/post-json.ts';
import type { DraftPlan, FormDraft } from './draft-plan.ts';
import type { Mistakes } from './mistakes.ts';
import type { OpenDraft } from './open-draft.ts';

/** What checks and sends. It is fetched after the first paint. */
export interface FormRules<Input, Receipt> {
  /**
   * Codes of what is wrong, by the names of the questions: in one step, or in all. `consent` is the version that the citizen has
   * agreed to.
   */
  mistakesIn(values: FieldValues, consent: string | undefined, step?: number): Mistakes;
  /** What is sent. Called when nothing is wrong. */
  inputOf(values: FieldValues, consent: string | undefined): Input;
  /** Sends it under the draft's key. A field of the portal's refusal has the name of its question in its pointer, `/name/…`. */
  sendInput(portal: Portal, input: Input, key: string): Promise<SendResult<Receipt>>;
  /** Makes the draft ready before anything is sent, e.g. uploads its files. Gives what is wrong then. */
  prepareDraft?(portal: Portal, draft: OpenDraft<Input, Receipt>): Promise<Mistakes>;
  /** The notice for a refusal that this form expects. */
  noticeForError?(error: unknown): string | undefined;
  /** Whether it was refused because the questions have changed. */
  isFormChanged?(error: unknown): boolean;
}

/**
 * What a form tells the engine. A submission keeps the plan that it was begun with: whoever shows another service or case
 * meanwhile gives another plan.
 */
export interface FormPlan<Input, Receipt> {
  draft: DraftPlan;
  /** The last step, from 0. A form with one step is shown at once, and gets its draft a little later. */
  lastStep: number;
  /** Names of what a step asks, in the order of the page. */
  questionsOf(step: number): readonly string[];
  /** Id of a question's control, for the link of its mistake. The question's name where the plan does not say. */
  controlId?(name: string): string;
  /** What is wrong with a question, in words. */
  errorText(name: string, code: string): string;
  loadRules(): Promise<FormRules<Input, Receipt>>;

  /**
   * Fetches what a step needs to be shown; behind the last one, what the receipt needs. False where it did not come: the citizen
   * stays where she is, and nothing is sent.
   */
  prepareStep?(step: number): Promise<boolean>;
  /** The notice about a draft that was found; `restored` where the plan does not say. */
  noticeForDraft?(draft: FormDraft<Input, Receipt>): string;
  /** Sends again by itself what was on its way when the page was closed. */
  resendsWhenOpened?: boolean;
  /** Whether it may be sent; a host page may refuse. */
  maySend?(input: Input): boolean;
  /** Opens the form anew, because its questions have changed. */
  reopenForm?(): void;
  /** The portal has it. `input` is unknown where another tab has sent it. */
  onSent(receipt: Receipt, input: Input | undefined): void;
  /** The values that are kept beside the receipt. Where the plan does not say, neither values nor receipt are kept. */
  valuesToKeep?(values: FieldValues): FieldValues;
}
