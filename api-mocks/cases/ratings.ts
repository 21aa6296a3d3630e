import type { DatabaseSync } from 'node:sqlite';

import * as v from 'valibot';

import { CRITERIA } from '../../widgets/contract/ratings/criteria.ts';
import { MIN_MARKS, type RatingCreated, type RatingSummary } from '../../widgets/contract/ratings/schemas.ts';
import type { RATING_OPERATIONS } from '../../widgets/contract/ratings/operations.ts';
import type { HandlersOf } from '../http/handlers.ts';
import { conditionalResponse } from '../http/etag.ts';
import { HttpProblem } from '../http/problem.ts';
import type { ClockContext, WallClockContext } from '../store/clock.ts';
import { insertRow, type DatabaseContext } from '../store/database.ts';
import type { PortalDataContext } from '../store/portal-data.ts';
import { seal, type KeyContext } from '../store/sealing.ts';
import { requireCase } from './case-access.ts';
import type { WrongCodesContext } from './wrong-codes.ts';

type RatingsContext = DatabaseContext &
  KeyContext &
  ClockContext &
  WallClockContext &
  PortalDataContext &
  WrongCodesContext;

/** Handlers of ratings: one rating for each application that has a result, and the summary of a service. */
export const ratingHandlers: HandlersOf<typeof RATING_OPERATIONS, RatingsContext> = {
  createRating({ c, citizen, body: { number, code, marks, comment } }, context) {
    const { db, key, now } = context;
    const headers = { 'Okno-Case-Code': code };
    const { state, rated } = requireCase(context, { c, params: { number }, headers, citizen });
    if (state !== 'ready' && state !== 'refused') throw new HttpProblem('no-result');
    if (rated) throw new HttpProblem('already-rated');
    const created: RatingCreated = { number, ratedAt: now().toISOString() };
    insertRow(db, 'ratings', {
      application: number,
      marks: JSON.stringify(marks),
      sealedComment: comment === undefined ? null : seal(key, comment),
      ratedAt: created.ratedAt,
    });
    return { status: 201, body: created };
  },
  getServiceRatings({ params: { slug }, headers }, { db, data }) {
    if (!data.catalogue.services.some((service) => service.slug === slug)) throw new HttpProblem('not-found');
    return conditionalResponse(ratingSummaryOf(db, slug), headers['If-None-Match']);
  },
};

/** The end of a query of the ratings of one service. Its one parameter is the slug of the service. */
const FROM_SERVICE_RATINGS =
  "FROM ratings JOIN applications ON number = application WHERE service ->> 'slug' = ?";

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
 * The summary of a service's ratings. `enough` says whether it has at least `MIN_MARKS` of them. For each criterion, marks 5, 5,
 * 4, 2, 5 give `count: 5`, `mean: 4.2`, `distribution: [0, 1, 0, 1, 3]`: how often each mark from 1 to 5 was given.
 */
function ratingSummaryOf(db: DatabaseSync, service: string): RatingSummary {
  const ratingCount = Number(
    db.prepare(`SELECT count(*) AS count ${FROM_SERVICE_RATINGS}`).get(service)?.['count'],
  );
  const marks = v.parse(MarksSchema, db.prepare(COUNT_MARKS).all(service));
  return {
    service,
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
