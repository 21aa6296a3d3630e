import type { TemplateResult, nothing } from 'lit';

import type { Announcing } from '../fields/announcer.ts';
import type { FieldValues } from '../fields/field-kind.ts';
import type { Portal } from '../portal/context.ts';
import type { DraftMessages } from './draft-messages.ts';
import type { SomeFormMessages } from './form-messages.ts';
import type { Mistakes } from './mistakes.ts';
import type { OpenDraft } from './open-draft.ts';
import type { FormPlan, FormRules } from './plan.ts';
import type { Notice, Stage } from './stage.ts';

/** Before the code in the address of a page that takes a draft from another device. */
export const HAND_OVER_HASH = '#okno-hand-over=';

/** A widget that shows a form. `form` is the controller of the form that is shown now. */
export type FormHost = Announcing & { portal: Portal | undefined; form: unknown };

/** Everything that the views of a form depend on. A change replaces the object; nobody changes its properties. */
export interface FormState<Receipt> {
  readonly stage: Stage<Receipt>;
  /** Answers as they were typed, by the names of the questions. */
  readonly values: FieldValues;
  /** Codes of the mistakes that are shown, by the names of the questions: `{ email: 'email', text: 'required' }`. */
  readonly mistakes: Mistakes;
  /** The mistakes that the last check has found, for the error summary: it keeps them until the next one. */
  readonly reported: Mistakes;
  /** Whether the citizen has ticked the consent. It is never stored: each submission asks for it. */
  readonly consented: boolean;
  /** Whether the device has saved the draft; `undefined` until the first attempt. */
  readonly saved: boolean | undefined;
}

/**
 * What takes the focus, by its attribute `data-focus`: the heading, the error summary, the heading of what waits to be sent, that of the
 * receipt.
 */
export type FocusTarget = 'heading' | 'summary' | 'waiting' | 'receipt';

/**
 * What a citizen changes in a draft: answers, by the names of the questions; the step that is shown, from 0, and its questions; who has
 * signed in.
 */
export interface DraftChange {
  readonly values?: FieldValues;
  readonly step?: number;
  readonly stepQuestions?: readonly string[];
  readonly owner?: string;
}

/** Shows what has to do with the draft: where it is kept, other drafts, two tabs. They come with the code that keeps drafts. */
export interface DraftViews {
  /** Above the questions: what the citizen should know before she types. */
  above(messages: DraftMessages | undefined): TemplateResult | typeof nothing;
  /** Below the buttons: how long the draft is kept, and the ways to keep it no longer. */
  below(messages: DraftMessages | undefined): TemplateResult | typeof nothing;
  /** Takes the draft of another device. */
  takeHandOver(code: string): Promise<void>;
  /** In a receipt: how long number and code are kept. */
  receipt(messages: DraftMessages): TemplateResult | typeof nothing;
}

/** Sends a form again and again, until the portal has answered. */
export interface Sender {
  /** Tries again after a while, or as soon as there is a connection. */
  wait(): void;
  /** Tries again now. */
  tryNow(): Promise<void>;
}

/** The steps of a form in the browser's history. */
export interface StepsInHistory {
  /** Notes that a step is shown after another one. */
  enter(step: number, from: number): void;
  /** Goes back to a step by the browser, where that is the one before. False where it is not. */
  goBackTo(step: number): boolean;
}

/** A form as the views and the modules of the engine see it. `FormController` implements it. */
export interface Form<Input = unknown, Receipt = unknown> {
  readonly host: FormHost;
  readonly state: FormState<Receipt>;
  /** Throws an `Error` before the form has begun. */
  readonly plan: FormPlan<Input, Receipt>;
  /** Version of the consent, `2026-01`; `undefined` where the citizen has not consented. */
  readonly consentVersion: string | undefined;
  /** Id of the draft that the form goes on with; without it the plan and the answers say which. */
  readonly draftId: string | undefined;
  /** Number of the last request for a step. A step that comes after a later request is not shown. */
  lastStepRequest: number;
  /** Shows the list of mistakes. It comes with the actions, as soon as there is one. */
  errorSummary: ((title: string) => TemplateResult | typeof nothing) | undefined;

  /** Shows the correction that is offered for an answer. It comes with the first one. */
  offerView: ((name: string) => TemplateResult | typeof nothing) | undefined;

  /** Shows which files are still on their way to the portal. It comes with the first file. */
  uploadsView: (() => TemplateResult | typeof nothing) | undefined;
  /** The steps in the browser's history; `undefined` in a form with one step, and until the draft is opened. */
  stepHistory: StepsInHistory | undefined;
  /** Shows how far the sending is, or what it waits for. It comes with the actions. */
  sendingView: ((messages: SomeFormMessages) => TemplateResult | typeof nothing) | undefined;
  /** Sends again what has not arrived; `undefined` until something was sent. */
  sender: Sender | undefined;
  /** Shows the draft; `undefined` until it is opened. */
  draftViews: DraftViews | undefined;

  /** Stores answers that were typed or chosen, and writes the draft. */
  readonly setValues: (change: FieldValues) => void;
  readonly setConsent: (consented: boolean) => void;
  /** Checks one answer. Called when its field loses the focus. */
  validateField(name: string): Promise<void>;
  /** Goes to a step without checking the answers. */
  goToStep(step: number): Promise<void>;
  /** Checks the step; then shows its mistakes, goes to the next step, or sends. A second call for the same step does nothing. */
  readonly submit: (event: Event) => Promise<void>;
  /** Starts another form of the same kind. The receipt of this one stays on the device. */
  readonly startAnother: (event?: Event, draftId?: string) => Promise<void>;
  /** Shows a notice. Does nothing unless the form is asking. */
  showNotice(notice: Notice): void;

  /** Opens the draft, once. Rejects with an `OfflineError` when its code cannot be fetched now. */
  openDraft(): Promise<OpenDraft<Input, Receipt>>;
  /** Writes a change to the draft. Nothing waits for it: a device that is slow, or refuses, does not stop the citizen. */
  updateDraft(change: DraftChange): void;
  /** Fetches the rules that check and send the form. Rejects with an `OfflineError`. */
  loadRules(): Promise<FormRules<Input, Receipt>>;
  /** Moves to another stage. Throws an `Error` where `stage.ts` has no such move. */
  setStage(stage: Stage<Receipt>): void;
  setState(change: Partial<FormState<Receipt>>): void;
  /** Moves the focus and scrolls to the widget. Does nothing when the host shows another form by now. */
  focus(target: FocusTarget): Promise<void>;
}
