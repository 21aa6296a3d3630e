import type { RatingInput } from '../contract/ratings/schemas.ts';

/** The portal has stored the rating. */
export class RatingSentEvent extends Event {
  /** Number of the application. */
  readonly number: string;
  /** From 1 to 5; without the criteria that were skipped. */
  readonly marks: RatingInput['marks'];

  constructor({ number, marks }: Pick<RatingInput, 'number' | 'marks'>) {
    super('okno-rating-sent', { bubbles: true, composed: true });
    this.number = number;
    this.marks = marks;
  }
}

declare global {
  interface HTMLElementEventMap {
    'okno-rating-sent': RatingSentEvent;
  }
}
