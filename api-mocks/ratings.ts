import type { RatingCreated } from '../widgets/contract/rating.ts';
import type { Handlers } from './api.ts';
import { openCase } from './codes.ts';
import { insert } from './database.ts';
import { Refusal } from './problem.ts';
import type { Sandbox } from './sandbox.ts';

/** Ratings: once for each application, when its result is there. */
export const ratings = (sandbox: Sandbox): Pick<Handlers, 'createRating'> => ({
  createRating({ body: { number, code, marks, comment } }) {
    const { state, rated } = openCase(sandbox, number, code);
    if (state !== 'ready' && state !== 'refused') throw new Refusal('no-result');
    if (rated) throw new Refusal('already-rated');
    const created: RatingCreated = { number, ratedAt: sandbox.now().toISOString() };
    insert(sandbox.db, 'ratings', {
      application: number,
      marks: JSON.stringify(marks),
      comment: comment ?? null,
      ratedAt: created.ratedAt,
    });
    return { status: 201, body: created };
  },
});
