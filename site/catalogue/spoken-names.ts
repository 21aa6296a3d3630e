import * as v from 'valibot';

import { fieldGroup, list, nonEmptyText } from './fields.ts';

/** `content/addresses/spoken.yaml`: how people call places and streets, beside their names in the data. */
export const SpokenNamesSchema = list(
  fieldGroup({
    spoken: ['говорят', nonEmptyText],
    locality: ['место', nonEmptyText],
    street: ['улица', v.optional(nonEmptyText)],
  }),
);
