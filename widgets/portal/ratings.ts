import { RatingCreatedSchema, type RatingCreated, type RatingInput } from '../contract/rating.ts';
import type { Portal } from './context.ts';
import { send, type Sent } from './http.ts';

/** Sends the rating of one application. */
export const rate = (portal: Portal, input: RatingInput): Promise<Sent<RatingCreated>> =>
  send(portal, '/v1/ratings', input, RatingCreatedSchema);
