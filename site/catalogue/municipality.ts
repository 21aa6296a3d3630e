import * as v from 'valibot';

import { checked, choiceOf, kladr, fieldGroup, nonEmptyText, url } from './fields.ts';

/** Kinds of municipalities by law (131-ФЗ, art. 2), with the words that editors write. */
export const MUNICIPALITY_KINDS = {
  city: 'городской округ',
  district: 'муниципальный район',
  okrug: 'муниципальный округ',
} as const;

/** One municipality of the region: `content/municipalities/<slug>.yaml`. */
export const MunicipalitySchema = fieldGroup({
  title: ['название', nonEmptyText],
  kind: ['вид', choiceOf(MUNICIPALITY_KINDS)],
  /** The town or village where its administration is: «село Образцовое». */
  centre: ['центр', nonEmptyText],
  kladr: ['кладр', kladr],
  site: ['сайт', v.optional(url)],
  /** The page of its own site where the municipality has put the application form. */
  applyPage: ['страница заявлений', v.optional(url)],
  checked,
});
/** A municipality as its file says. */
export type Municipality = v.InferOutput<typeof MunicipalitySchema>;
