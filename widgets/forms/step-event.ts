/** A form shows another step, or its mistakes: the page can say so in its title. */
export class FormStepEvent extends Event {
  /** Title of the step, as the form shows it. */
  readonly title: string;
  /** Number of the step, from 1, and how many there are with the review. */
  readonly step: number;
  readonly steps: number;
  /** How many mistakes the list says; 0 where there is none. */
  readonly mistakes: number;

  constructor({
    title,
    step,
    steps,
    mistakes,
  }: Pick<FormStepEvent, 'title' | 'step' | 'steps' | 'mistakes'>) {
    super('okno-form-step', { bubbles: true, composed: true });
    this.title = title;
    this.step = step;
    this.steps = steps;
    this.mistakes = mistakes;
  }
}

declare global {
  interface HTMLElementEventMap {
    'okno-form-step': FormStepEvent;
  }
}
