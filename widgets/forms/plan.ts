import type { FieldValue, FieldValues, FileMessages } from '../fields/field-kind.ts';
import type { Portal } from '../portal/context.ts';
import type { SendResult } from '../portal/post-json.ts';
import type { DraftPlan, FormDraft } from './draft-plan.ts';
import type { Mistakes } from './mistakes.ts';
import type { OpenDraft } from './open-draft.ts';

/** Checks and sends a form. Fetched after the first paint, because it needs the schemas of the contract. */
export interface FormRules<Input, Receipt> {
  /**
   * Checks the answers of one step, or of all steps without `step`. `consent` is the version that the citizen has agreed to, or
   * `undefined`.
   */
  mistakesIn(values: FieldValues, consent: string | undefined, step?: number): Mistakes;
  /** Makes the input for the portal of the answers. Called only when there are no mistakes. */
  inputOf(values: FieldValues, consent: string | undefined): Input;
  /** Sends the input with the draft's `Idempotency-Key`. The pointer of a refused field begins with the name of its question, `/name/…`. */
  sendInput(portal: Portal, input: Input, key: string): Promise<SendResult<Receipt>>;
  /** Prepares the draft before it is sent, e.g. uploads its files. Gives the mistakes that appear then. */
  prepareDraft?(portal: Portal, draft: OpenDraft<Input, Receipt>): Promise<Mistakes>;
  /** The correction to offer for an answer, by the name of its question; `undefined` where there is none. */
  offerFor?(name: string, values: FieldValues): string | undefined;
  /** Name of the notice for an error that only this form knows; `undefined` for all others. */
  noticeForError?(error: unknown): string | undefined;
  /** Whether the form asks a question of this name, for which the value can be an answer. True for all unless given. */
  asks?(name: string, value: FieldValue): boolean;
  /** The question of this name, as the citizen reads it. */
  labelOf?(name: string): string | undefined;
  /** Whom or what the answers are about, for a list of drafts: «Примерова Мария». */
  titleOf?(values: FieldValues): string;
  /** Whether the portal has refused because the form definition has changed. */
  isFormChanged?(error: unknown): boolean;
}

/**
 * What the engine has to know of a form. `application-form/plan.ts` makes one from a form definition; the other widgets write
 * theirs in the element. A submission keeps the plan that it has begun with.
 */
export interface FormPlan<Input, Receipt> {
  draft: DraftPlan;
  /** Index of the last step, from 0; in a form with several steps that is the review. */
  lastStep: number;
  /** Names of the questions of a step, in the order of the page. */
  questionsOf(step: number): readonly string[];
  /** Id of the control to which an entry of the error summary leads. The question's name unless given. */
  controlId?(name: string): string;
  /** Text of a mistake: `('email', 'required')` → «Введите адрес почты, например ivanova@example.ru». */
  errorText(name: string, code: string): string;
  /** Text of the button that accepts a correction: «Вы имели в виду anna@gmail.com? Исправить». */
  offerText?(correction: string): string;
  /** Texts about files; Russian unless given. */
  fileMessages?(): FileMessages | undefined;
  /** Imports the rules. */
  loadRules(): Promise<FormRules<Input, Receipt>>;

  /**
   * Fetches what a step needs to be shown; with `lastStep + 1`, what the receipt needs. False where that has failed: the present
   * step stays, and nothing is sent.
   */
  prepareStep?(step: number): Promise<boolean>;
  /** Name of the notice about a restored draft; `restored` unless given. */
  noticeForDraft?(draft: FormDraft<Input, Receipt>): string;
  /** Whether what was on its way when the page was closed is sent again by itself when the form is opened. */
  resendsWhenOpened?: boolean;
  /** Whether what has not arrived is sent again by itself: while the form is open, and when it is opened again. It needs the texts `outbox`. */
  hasOutbox?: boolean;
  /** Whether files leave the device only when the form is sent; else they go up as soon as they are chosen. */
  keepsFilesHere?: boolean;
  /** Asks the host page whether the form may be sent; true unless given. */
  maySend?(): boolean;
  /** Fetches and opens the form again, because its definition has changed. */
  reopenForm?(): void;
  /** Called when the portal has accepted the form. `input` is `undefined` where another tab has sent it. */
  onSent(receipt: Receipt, input: Input | undefined): void;
  /** The values that the draft keeps beside the receipt. Without it, the draft is removed and no receipt is kept. */
  valuesToKeep?(values: FieldValues): FieldValues;
}
