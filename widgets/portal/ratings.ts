import { RatingCreatedSchema, type RatingCreated, type RatingInput } from '../contract/ratings/schemas.ts';
import type { Portal } from './context.ts';
import { send, type Sent } from './send.ts';

/** Sends the rating of one application. The same key gives the same answer, however often it is sent. */
export const rate = (portal: Portal, input: RatingInput, key: string): Promise<Sent<RatingCreated>> =>
  send(portal, { path: '/v1/ratings', input, schema: RatingCreatedSchema, key });
