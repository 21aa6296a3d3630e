import type { ComplaintCreated } from '../contract/complaints/schemas.ts';

/** The portal has registered the complaint. */
export class ComplaintSentEvent extends Event {
  /** Number, and the last day of the answer, `YYYY-MM-DD`. */
  readonly complaint: Pick<ComplaintCreated, 'number' | 'dueOn'>;

  constructor({ number, dueOn }: Pick<ComplaintCreated, 'number' | 'dueOn'>) {
    super('okno-complaint-sent', { bubbles: true, composed: true });
    this.complaint = { number, dueOn };
  }
}

declare global {
  interface HTMLElementEventMap {
    'okno-complaint-sent': ComplaintSentEvent;
  }
}
