import { html, type TemplateResult } from 'lit';

import type { Field } from '../contract/forms/schemas.ts';
import type { DraftValue } from '../drafts/draft.ts';
import { choiceField, textField } from '../fields/templates.ts';
import type { Portal } from '../portal/context.ts';
import type { Messages } from './messages.ts';

/** What a field needs to be shown, besides its definition. */
export interface FieldContext {
  messages: Messages;
  portal: Portal;
  value: DraftValue | undefined;
  error: string | undefined;
  /** Whether the address field has been loaded; without it the address is one line of text. */
  hasAddressField: boolean;
  answer: (value: DraftValue | undefined) => void;
  leave: () => void;
}

/** The id of a field's control: a mistake's link goes to it. */
export const controlId = (field: Field): string => `field-${field.name}`;

/** One question of the form. */
export function fieldView(field: Field, context: FieldContext): TemplateResult {
  const { messages, value, error, answer, leave } = context;
  const common = {
    id: controlId(field),
    label: field.label,
    hint: field.hint,
    error,
    required: field.required,
    optional: messages.optional,
  };
  const line = {
    ...common,
    value: typeof value === 'string' ? value : '',
    autocomplete: field.autocomplete === 'snils' ? 'off' : (field.autocomplete ?? 'off'),
    onInput: answer,
    onBlur: leave,
  } as const;
  switch (field.type) {
    case 'text':
      return textField({ ...line, maxLength: field.maxLength, multiline: field.multiline });
    case 'date':
      return textField({ ...line, inputmode: 'numeric', narrow: true });
    case 'snils':
      return textField({ ...line, inputmode: 'numeric', narrow: true });
    case 'phone':
      return textField({ ...line, type: 'tel', inputmode: 'tel', narrow: true });
    case 'email':
      return textField({ ...line, type: 'email', inputmode: 'email' });
    case 'choice':
      return choiceField({ ...line, options: field.options, choose: messages.choose, onChange: answer });
    case 'address': {
      const address = typeof value === 'object' && !Array.isArray(value) ? value : undefined;
      if (!context.hasAddressField)
        return textField({
          ...line,
          value: address?.line ?? '',
          onInput: (typed) => {
            answer(typed.trim() ? { line: typed, manual: true } : undefined);
          },
        });
      return html`<okno-address-field
        id=${common.id}
        name=${field.name}
        .label=${field.label}
        .hint=${field.hint ?? messages.addressHint}
        .error=${error ?? ''}
        .optional=${field.required ? '' : messages.optional}
        .value=${address}
        ?required=${field.required}
        @input=${onAddress}
        @change=${onAddress}
        @focusout=${leave}
      ></okno-address-field>`;
    }
    case 'file':
      return html`<okno-file-field
        id=${common.id}
        .label=${field.label}
        .hint=${field.hint ?? ''}
        .error=${error ?? ''}
        .optional=${messages.optional}
        .messages=${messages.file}
        .portal=${context.portal}
        .value=${Array.isArray(value) ? value : []}
        ?required=${field.required}
        @change=${(event: Event) => {
          answer((event.currentTarget as HTMLElement & { value: DraftValue }).value);
        }}
      ></okno-file-field>`;
  }
  function onAddress(event: Event): void {
    answer((event.currentTarget as HTMLElement & { value: DraftValue | undefined }).value);
  }
}
