import { html } from 'lit';

import type { Upload } from '../contract/values/schemas.ts';
import type { Field } from '../contract/forms/schemas.ts';
import { isUpload, type FieldKind, type FieldValue } from './field-kind.ts';

/** Stands for a file that is not uploaded yet, so that the schema counts it as attached. */
const WAITING: Upload = { id: '00000000-0000-4000-8000-000000000000', name: '-', size: 1, type: '-' };

const filesIn = (value: FieldValue | undefined) => (Array.isArray(value) ? value : []);

/** Attached files. The review shows their names. */
export const fileKind: FieldKind<Extract<Field, { type: 'file' }>> = {
  elementTag: 'okno-file-field',
  toInput: (value) => filesIn(value).map((one) => (isUpload(one) ? one : WAITING)),
  displayText: (value) =>
    filesIn(value)
      .map(({ name }) => name)
      .join(', '),
  view: (field, { id, messages, value, error, portal, setValue }) =>
    html`<okno-file-field
      id=${id}
      .label=${field.label}
      .hint=${field.hint ?? ''}
      .error=${error ?? ''}
      .optional=${messages.optional}
      .messages=${messages.file}
      .portal=${portal}
      .maxCount=${field.maxCount}
      .value=${filesIn(value)}
      ?required=${field.required}
      @change=${(event: Event) => {
        setValue((event.currentTarget as HTMLElement & { value: FieldValue }).value);
      }}
    ></okno-file-field>`,
};
