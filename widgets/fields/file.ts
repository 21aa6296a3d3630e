import { html } from 'lit';

import type { Upload } from '../contract/values/schemas.ts';
import type { FieldKind, FieldValue } from './kind.ts';

/** A file that waits for its upload counts as attached: the schema sees this one in its place. */
const WAITING: Upload = { id: '00000000-0000-4000-8000-000000000000', name: '-', size: 1, type: '-' };

const filesIn = (value: FieldValue | undefined) => (Array.isArray(value) ? value : []);

/** Attached files. */
export const file: FieldKind = {
  element: 'okno-file-field',
  input: (value) => filesIn(value).map((one) => (one instanceof File ? WAITING : one)),
  shown: (value) =>
    filesIn(value)
      .map(({ name }) => name)
      .join(', '),
  view: (field, { id, words, value, error, portal, set }) =>
    html`<okno-file-field
      id=${id}
      .label=${field.label}
      .hint=${field.hint ?? ''}
      .error=${error ?? ''}
      .optional=${words.optional}
      .messages=${words.file}
      .portal=${portal}
      .value=${filesIn(value)}
      ?required=${field.required}
      @change=${(event: Event) => {
        set((event.currentTarget as HTMLElement & { value: FieldValue }).value);
      }}
    ></okno-file-field>`,
};
