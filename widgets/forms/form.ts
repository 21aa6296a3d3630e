import type { LitElement } from 'lit';

import type { FieldValues } from '../fields/field-kind.ts';
import type { Portal } from '../portal/context.ts';
import type { Mistakes } from './mistakes.ts';
import type { OpenDraft } from './open-draft.ts';
import type { FormPlan, FormRules } from './plan.ts';
import type { Stage } from './stage.ts';

/** A widget with a form. `form` is the controller of what it shows now. */
export type FormHost = LitElement & { portal: Portal | undefined; form: unknown };

/** All that can be seen of a form. Replaced as a whole, never changed. */
export interface FormState<Receipt> {
  readonly stage: Stage<Receipt>;
  readonly values: FieldValues;
  /** Codes of what is wrong and has been shown, by the names of the questions. */
  readonly mistakes: Mistakes;
  /** Whether the mistakes are listed above the questions. */
  readonly isSummaryShown: boolean;
  readonly consented: boolean;
  /** Whether the device keeps what was typed; unknown until something is written. */
  readonly saved: boolean | undefined;
}

/** Where a citizen goes on reading: the heading, the list of mistakes, the receipt. */
export type FocusTarget = 'heading' | 'summary' | 'receipt';

/** A form as the views and the parts of the engine see it. `FormController` is the one that there is. */
export interface Form<Input = unknown, Receipt = unknown> {
  readonly host: FormHost;
  readonly state: FormState<Receipt>;
  /** Reading it before the form has begun throws an `Error`. */
  readonly plan: FormPlan<Input, Receipt>;
  /** Version of the consent, where it has been given. */
  readonly consentVersion: string | undefined;
  /** Begins anew, whatever the device has kept. */
  readonly ignoresStoredDraft: boolean;
  /** Counts the steps that were asked for: only the last one is shown. */
  lastStepRequest: number;

  /** Something was typed or chosen. */
  readonly setValues: (change: FieldValues) => void;
  readonly setConsent: (consented: boolean) => void;
  /** A field has been left: what was typed in it is judged. */
  validateField(name: string): Promise<void>;
  goToStep(step: number): Promise<void>;
  /** Judges what was typed; then shows the mistakes, goes on to the next step, or sends. */
  readonly submit: (event: Event) => Promise<void>;
  /** One more, from the beginning. */
  readonly startAnother: () => Promise<void>;
  /** Says a sentence of the form's words, while the form is asking. */
  showNotice(notice: string): void;

  /** The draft. Rejects when what keeps it cannot be fetched now. */
  openDraft(): Promise<OpenDraft<Input, Receipt>>;
  /** Fetches what checks and sends. */
  loadRules(): Promise<FormRules<Input, Receipt>>;
  /** Moves to another stage. Throws an `Error` when the form cannot come there from where it is. */
  setStage(stage: Stage<Receipt>): void;
  setState(change: Partial<FormState<Receipt>>): void;
  /** Moves the focus, unless the host shows another form now. */
  focus(target: FocusTarget): Promise<void>;
}
