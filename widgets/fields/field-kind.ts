import type { TemplateResult } from 'lit';

import type { Field } from '../contract/forms/schemas.ts';
import type { Address, Upload } from '../contract/values/schemas.ts';

/** What stands in one field, as it was typed or chosen. Files that the portal has not yet taken are there themselves. */
export type FieldValue = string | Address | (Upload | File)[];
/** What stands in the fields of a form, by their names. */
export type FieldValues = Readonly<Record<string, FieldValue | undefined>>;

/** A value that is a text; empty where it is none. */
export const textOf = (value: FieldValue | undefined): string => (typeof value === 'string' ? value : '');

/** The text that stands in a field; empty where there is none. */
export const textIn = (values: FieldValues, name: string): string => textOf(values[name]);

/** What the file field says. */
export interface FileMessages {
  add: string;
  addMore: string;
  hint: string;
  uploading: string;
  /** How much of a file has gone, from 0 to 1. */
  share: (share: number) => string;
  scanning: string;
  done: string;
  waiting: string;
  remove: string;
  removeWhat: (name: string) => string;
  size: (bytes: number) => string;
  tooLarge: (name: string) => string;
  wrongType: (name: string) => string;
  unsafe: (name: string) => string;
}

/** What the fields of a form definition say. */
export interface FieldMessages {
  optional: string;
  choose: string;
  addressHint: string;
  /** Where there are none, the file field has Russian ones of its own. */
  file?: FileMessages;
  /** Any day, with its year, from `YYYY-MM-DD`. */
  date: (day: string) => string;
}

/** What a field needs to be shown, besides its definition. */
export interface FieldContext {
  id: string;
  messages: FieldMessages;
  value: FieldValue | undefined;
  error: string | undefined;
  /** Reaches the portal; handed on to elements that need it. */
  portal: object | undefined;
  /** Tags of the elements that have been fetched. */
  loadedTags: ReadonlySet<string>;
  setValue: (value: FieldValue | undefined) => void;
  /** The field has been left. */
  onBlur: () => void;
}

/**
 * A kind of field of a form definition: how it is asked, and what becomes of what was typed. What is right stands in the
 * contract (`answerSchema`).
 */
export interface FieldKind<F extends Field = Field> {
  /** The field with its label, hint and error. */
  view(field: F, context: FieldContext): TemplateResult;
  /** What was typed, as the contract's schema wants to see it; as it is where the kind does not say. */
  toInput?(value: FieldValue): unknown;
  /** An answer as a citizen reads it before sending; a text as it is, where the kind does not say. */
  displayText?(value: FieldValue, field: F, words: FieldMessages): string;
  /** Tag of the element that it needs; `isOptional`: it can be asked without. */
  elementTag?: string;
  isElementOptional?: boolean;
}
