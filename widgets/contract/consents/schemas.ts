import * as v from 'valibot';

import { CaseNumberSchema, DaySchema, InstantSchema } from '../values/schemas.ts';

/** Response of `GET /v1/consents/current`: the current consent (152-ФЗ, art. 9). The text of a version never changes. */
export const ConsentDocumentSchema = v.object({
  version: v.string(),
  title: v.string(),
  /** Paragraphs. */
  text: v.array(v.string()),
  /** A page with the same text; it stays when a newer version is published. */
  url: v.pipe(v.string(), v.url()),
});

/** Response of `GET /v1/consents`: each version that the citizen has agreed to, and when for the first time. */
export const ConsentsSchema = v.object({
  items: v.array(v.object({ version: v.string(), givenAt: InstantSchema })),
});

/** Response `201` to `POST /v1/erasures`: the cases that were erased, and those that are kept because they are not finished. */
export const ErasureSchema = v.object({
  erasedAt: InstantSchema,
  /** Numbers of the erased cases. */
  erased: v.array(CaseNumberSchema),
  /** The kept cases. `dueOn`: the last day of the answer. */
  kept: v.array(v.object({ number: CaseNumberSchema, dueOn: DaySchema })),
});
/** {@link ErasureSchema}, parsed. */
export type Erasure = v.InferOutput<typeof ErasureSchema>;
