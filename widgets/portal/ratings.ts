import {
  OwnRatingSchema,
  RatingCreatedSchema,
  RatingSummarySchema,
  type OwnRating,
  type RatingCreated,
  type RatingInput,
  type RatingSummaryOutput,
} from '../contract/ratings/schemas.ts';
import type { Portal } from './context.ts';
import { fetchJson } from './http.ts';
import { postJson, type SendResult } from './post-json.ts';

/** Sends the rating of one application. With the same key the portal gives the same response, however often it is sent. */
export const createRating = (
  portal: Portal,
  input: RatingInput,
  key: string,
): Promise<SendResult<RatingCreated>> =>
  postJson(portal, { path: '/v1/ratings', input, schema: RatingCreatedSchema, key });

const ownPath = (number: string) => `/v1/ratings/${encodeURIComponent(number)}`;

/** Changes the rating of an application: the whole of it anew. */
export const changeRating = (
  portal: Portal,
  { number, code, ...input }: RatingInput,
  key: string,
): Promise<SendResult<RatingCreated>> =>
  postJson(portal, {
    method: 'PUT',
    path: ownPath(number),
    headers: { 'Okno-Case-Code': code },
    input,
    schema: RatingCreatedSchema,
    key,
  });

/** Fetches the rating of an application as its author has given it. */
export const fetchOwnRating = (
  portal: Portal,
  { number, code }: Pick<RatingInput, 'number' | 'code'>,
): Promise<OwnRating> =>
  fetchJson(portal, {
    url: new URL(ownPath(number), portal.config.portal),
    schema: OwnRatingSchema,
    headers: { 'Okno-Case-Code': code },
  });

/** Whose ratings are summed up. */
type SummaryOf = { service: string } | { agency: string };

/** Fetches the summary of the ratings of a service, or of all services of an agency. */
export const fetchRatingSummary = (
  portal: Portal,
  of: SummaryOf,
  signal?: AbortSignal,
): Promise<RatingSummaryOutput> => {
  const path = 'service' in of ? `services/${of.service}` : `agencies/${of.agency}`;
  const url = new URL(`/v1/${path}/ratings`, portal.config.portal);
  return fetchJson(portal, { url, schema: RatingSummarySchema, signal });
};
