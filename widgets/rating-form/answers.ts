import { CRITERIA } from '../contract/ratings/criteria.ts';

/** What has been typed and chosen: number, code, comment, and a mark by the name of its criterion. */
export type Values = Partial<Record<string, string>>;

/** Under this id the draft is kept: one for a site. */
export const DRAFT = 'rating';

/** What was typed, as `RatingInputSchema` wants to see it. */
export const inputOf = ({ number = '', code = '', comment = '', ...marks }: Values) => ({
  number,
  code,
  marks: Object.fromEntries(CRITERIA.map((name) => [name, marks[name] ? Number(marks[name]) : undefined])),
  comment: comment.trim() || undefined,
});
