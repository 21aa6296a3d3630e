import type { DatabaseSync } from 'node:sqlite';

import * as v from 'valibot';

import { CRITERIA } from '../../widgets/contract/ratings/criteria.ts';
import {
  MIN_MARKS,
  OwnRatingSchema,
  RATING_CHANGE_MS,
  type OwnRating,
  type RatingCreated,
  type RatingSummaryOutput,
} from '../../widgets/contract/ratings/schemas.ts';
import type { RATING_OPERATIONS } from '../../widgets/contract/ratings/operations.ts';
import type { HandlersOf } from '../http/handlers.ts';
import { conditionalResponse } from '../http/etag.ts';
import { HttpProblem } from '../http/problem.ts';
import type { ClockContext, WallClockContext } from '../store/clock.ts';
import { insertRow, type DatabaseContext } from '../store/database.ts';
import type { PortalDataContext } from '../store/portal-data.ts';
import { seal, unseal, type KeyContext } from '../store/sealing.ts';
import { requireCase } from './case-access.ts';
import type { WrongCodesContext } from './wrong-codes.ts';

type RatingsContext = DatabaseContext &
  KeyContext &
  ClockContext &
  WallClockContext &
  PortalDataContext &
  WrongCodesContext;

/** What somebody says in a rating. */
type RatingContent = Pick<OwnRating, 'marks' | 'comment' | 'anonymous'>;

/** Handlers of ratings: one rating for each application that has a result, which can be changed for a day; and the summaries. */
export const ratingHandlers: HandlersOf<typeof RATING_OPERATIONS, RatingsContext> = {
  createRating({ c, citizen, body: { number, code, ...content } }, context) {
    const { db, now } = context;
    const headers = { 'Okno-Case-Code': code };
    const { state, rated } = requireCase(context, { c, params: { number }, headers, citizen });
    if (state !== 'ready' && state !== 'refused') throw new HttpProblem('no-result');
    if (rated) throw new HttpProblem('already-rated');
    const ratedAt = now().toISOString();
    insertRow(db, 'ratings', { application: number, ...ratingColumns(context, content), ratedAt });
    return { status: 201, body: createdOf(number, ratedAt) };
  },
  getRating: (request, context) => ({ status: 200, body: requireRating(request, context) }),
  changeRating(request, context) {
    const { number, ratedAt } = requireRating(request, context);
    if (context.now().getTime() > changeableUntil(ratedAt)) throw new HttpProblem('already-rated');
    const { marks, sealedComment, anonymous } = ratingColumns(context, request.body);
    context.db
      .prepare('UPDATE ratings SET marks = ?, sealedComment = ?, anonymous = ? WHERE application = ?')
      .run(marks, sealedComment, anonymous, number);
    return { status: 200, body: createdOf(number, ratedAt) };
  },
  getServiceRatings({ params: { slug }, headers }, { db, data }) {
    if (!data.catalogue.services.some((service) => service.slug === slug)) throw new HttpProblem('not-found');
    return conditionalResponse({ service: slug, ...ratingSummaryOf(db, [slug]) }, headers['If-None-Match']);
  },
  getAgencyRatings({ params: { slug }, headers }, { db, data: { catalogue } }) {
    if (!catalogue.agencies.some((agency) => agency.slug === slug)) throw new HttpProblem('not-found');
    const services = catalogue.services
      .filter(({ agency }) => agency === slug)
      .map((service) => service.slug);
    return conditionalResponse({ agency: slug, ...ratingSummaryOf(db, services) }, headers['If-None-Match']);
  },
};

const changeableUntil = (ratedAt: string) => Date.parse(ratedAt) + RATING_CHANGE_MS;

const createdOf = (number: string, ratedAt: string): RatingCreated => ({
  number,
  ratedAt,
  changeableUntil: new Date(changeableUntil(ratedAt)).toISOString(),
});

/** The columns of the table `ratings` for what was said. */
const ratingColumns = ({ key }: KeyContext, { marks, comment, anonymous = false }: RatingContent) => ({
  marks: JSON.stringify(marks),
  sealedComment: comment === undefined ? null : seal(key, comment),
  anonymous: Number(anonymous),
});

/** The rating of an application, for its author. Throws 404 `not-found` if there is none, and also if the case is somebody else's. */
function requireRating(
  { c, citizen, params, headers }: Parameters<typeof requireCase>[1],
  context: RatingsContext,
): OwnRating {
  const { number } = requireCase(context, { c, params, headers, citizen });
  const row = context.db.prepare('SELECT * FROM ratings WHERE application = ?').get(number);
  if (!row) throw new HttpProblem('not-found');
  const { marks, sealedComment, anonymous, ratedAt } = row;
  return v.parse(OwnRatingSchema, {
    ...createdOf(number, String(ratedAt)),
    marks: JSON.parse(String(marks)) as unknown,
    ...(sealedComment !== null && { comment: unseal(context.key, sealedComment as Uint8Array) }),
    anonymous: anonymous === 1,
  });
}

/** The end of a query of the ratings of some services. Its one parameter is a list of their slugs, in JSON. */
const FROM_SERVICE_RATINGS =
  "FROM ratings JOIN applications ON number = application WHERE service ->> 'slug' IN (SELECT value FROM json_each(?))";

/**
 * The query that counts marks by criterion and value. Marks are published in portions of `MIN_MARKS`: if every new mark appeared
 * at once, a reader who compares two summaries could tell who gave it. With `MIN_MARKS` = 5, of 12 marks the oldest 10 are
 * counted; the other 2 appear with the 15th. `position` numbers the marks of one criterion from the oldest to the newest.
 */
const COUNT_MARKS = `
  WITH marked AS (
    SELECT mark.key AS criterion, mark.value AS mark,
      row_number() OVER (PARTITION BY mark.key ORDER BY ratings.rowid) AS position,
      count(*) OVER (PARTITION BY mark.key) AS total
    ${FROM_SERVICE_RATINGS.replace(' WHERE', ', json_each(marks) AS mark WHERE')}
  )
  SELECT criterion, mark, count(*) AS count FROM marked
  WHERE position <= total - total % ${MIN_MARKS} GROUP BY criterion, mark`;

/** Rows of `COUNT_MARKS`: `{ criterion: 'time', mark: 5, count: 3 }`. */
const MarksSchema = v.array(
  v.object({ criterion: v.picklist(CRITERIA), mark: v.number(), count: v.number() }),
);

/**
 * The summary of the ratings of some services, by their slugs. `enough` says whether it has at least `MIN_MARKS` of them. For each criterion, marks 5, 5,
 * 4, 2, 5 give `count: 5`, `mean: 4.2`, `distribution: [0, 1, 0, 1, 3]`: how often each mark from 1 to 5 was given.
 */
function ratingSummaryOf(db: DatabaseSync, services: readonly string[]): RatingSummaryOutput {
  const slugs = JSON.stringify(services);
  const ratingCount = Number(
    db.prepare(`SELECT count(*) AS count ${FROM_SERVICE_RATINGS}`).get(slugs)?.['count'],
  );
  const marks = v.parse(MarksSchema, db.prepare(COUNT_MARKS).all(slugs));
  return {
    enough: ratingCount >= MIN_MARKS,
    count: ratingCount - (ratingCount % MIN_MARKS),
    criteria: CRITERIA.flatMap((criterion) => {
      const distribution = [1, 2, 3, 4, 5].map(
        (value) => marks.find((row) => row.criterion === criterion && row.mark === value)?.count ?? 0,
      );
      const count = distribution.reduce((total, times) => total + times, 0);
      if (!count) return [];
      const sum = distribution.reduce((total, times, i) => total + times * (i + 1), 0);
      return [{ criterion, count, mean: Math.round((sum / count) * 100) / 100, distribution }];
    }),
  };
}
