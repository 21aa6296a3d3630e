import { Hono } from 'hono';

import { RatingInputSchema, type RatingCreated } from '../widgets/contract/rating.ts';
import { readJson, wordsOnly } from './body.ts';
import { openCase } from './codes.ts';
import { insert } from './database.ts';
import { Refusal, valid } from './problem.ts';
import type { Sandbox } from './sandbox.ts';

/** `POST /v1/ratings`: once for each application, when its result is there. */
export const ratings = (sandbox: Sandbox) =>
  new Hono().post('/', wordsOnly, async (c) => {
    const { number, code, marks, comment } = valid(RatingInputSchema, (await readJson(c)).json);
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
    return c.json(created, 201);
  });
