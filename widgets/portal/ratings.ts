import { RatingCreatedSchema, type RatingCreated, type RatingInput } from '../contract/ratings/schemas.ts';
import type { Portal } from './context.ts';
import { postJson, type SendResult } from './post-json.ts';

/** Sends the rating of one application. With the same key the portal gives the same response, however often it is sent. */
export const createRating = (
  portal: Portal,
  input: RatingInput,
  key: string,
): Promise<SendResult<RatingCreated>> =>
  postJson(portal, { path: '/v1/ratings', input, schema: RatingCreatedSchema, key });
