import type { RatingInput } from '../contract/ratings/schemas.ts';

/** The portal has stored the rating. */
export class RatingSentEvent extends Event {
  /** Number of the application. */
  readonly number: string;
  /** Marks from 1 to 5 by criterion; a criterion that was skipped is not there. */
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
