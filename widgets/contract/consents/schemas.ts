import * as v from 'valibot';

import { CaseNumberSchema, DaySchema, InstantSchema } from '../values/schemas.ts';

/** `GET /v1/consents/current`: the consent that is asked for now (152-ФЗ, art. 9). The text of a version never changes. */
export const ConsentDocumentSchema = v.object({
  version: v.string(),
  title: v.string(),
  /** Paragraphs. */
  text: v.array(v.string()),
  /** The same for people; it stays there when a newer version has come. */
  url: v.pipe(v.string(), v.url()),
});

/** `GET /v1/consents`: each version that the citizen has agreed to, and when for the first time. */
export const ConsentsSchema = v.object({
  items: v.array(v.object({ version: v.string(), givenAt: InstantSchema })),
});

/** `POST /v1/erasures`: what was erased, and what stays because it is under way. */
export const ErasureSchema = v.object({
  erasedAt: InstantSchema,
  erased: v.array(CaseNumberSchema),
  kept: v.array(v.object({ number: CaseNumberSchema, dueOn: DaySchema })),
});
export type Erasure = v.InferOutput<typeof ErasureSchema>;
