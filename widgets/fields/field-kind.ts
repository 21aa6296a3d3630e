import type { TemplateResult } from 'lit';

import type { Field } from '../contract/forms/schemas.ts';
import type { Address, Upload } from '../contract/values/schemas.ts';

/** The value of one field as it was typed or chosen. A file that is not uploaded yet is a `File`. */
export type FieldValue = string | Address | (Upload | File)[];
/**
 * Whether a file is uploaded already. `instanceof File` would not know a file that was chosen in the page from inside a frame
 * (`portal/clean-realm.ts`).
 */
export const isUpload = (file: Upload | File): file is Upload => 'id' in file;

/** The values of a form, by the names of its fields. */
export type FieldValues = Readonly<Record<string, FieldValue | undefined>>;

/** Gives a value that is a text; an empty text for any other value. */
export const textOf = (value: FieldValue | undefined): string => (typeof value === 'string' ? value : '');

/** Gives the text in a field; an empty text where there is none. */
export const textIn = (values: FieldValues, name: string): string => textOf(values[name]);

/** Texts of the file field. */
export interface FileMessages {
  add: string;
  addMore: string;
  hint: string;
  /** What is done with a file, or why nothing is. */
  preparing: string;
  waiting: string;
  uploading: string;
  scanning: string;
  done: string;
  paused: string;
  resting: string;
  /** The line is poor, and the file large: nothing is sent before the citizen says so. */
  held: string;
  /** How far a file is: «1,2 из 5,3 МБ, осталось 2 мин»; the bytes that are sent and all of them, and seconds, 0 where nobody knows. */
  progress: (sent: number, all: number, seconds: number) => string;
  pause: string;
  pauseWhat: (name: string) => string;
  goOn: string;
  goOnWhat: (name: string) => string;
  remove: string;
  removeWhat: (name: string) => string;
  /** Said when a file is removed, and when it has come to the portal. */
  removed: (name: string) => string;
  arrived: (name: string) => string;
  size: (bytes: number) => string;
  /** Why a file is not taken. */
  tooLarge: (name: string) => string;
  wrongType: (name: string) => string;
  empty: (name: string) => string;
  broken: (name: string) => string;
  locked: (name: string) => string;
  unreadable: (name: string) => string;
  unsafe: (name: string) => string;
  changed: (name: string) => string;
  twice: (name: string) => string;
  tooMany: (name: string, most: number) => string;
  /** What may be wrong with a picture. It may stay as it is. */
  warnings: { empty: string; dark: string; blurred: string };
  photo: string;
  turn: string;
  turnWhat: (name: string) => string;
  look: string;
  lookWhat: (name: string) => string;
  close: string;
  earlier: string;
  earlierWhat: (name: string) => string;
  later: string;
  laterWhat: (name: string) => string;
  /** Said when a file has another place: its number from 1, and how many there are. */
  moved: (name: string, place: number, all: number) => string;
  turned: (name: string) => string;
  /** Before the files that are still on their way, where the form is sent. */
  onTheWay: string;
}

/** Texts that fields of a form definition share. */
export interface FieldMessages {
  optional: string;
  choose: string;
  addressHint: string;
  /** Texts of the file field; it has its own Russian ones unless given. */
  file?: FileMessages;
  /** Writes a day, `YYYY-MM-DD`, in words: «1 сентября 2027 г.». */
  date: (day: string) => string;
}

/** What a field needs to be shown, besides its definition. */
export interface FieldContext {
  /** Id of the control; ids of its hint and error begin with it. */
  id: string;
  messages: Omit<FieldMessages, 'date'>;
  value: FieldValue | undefined;
  /** Error text; the field has no mistake where it is `undefined`. */
  error: string | undefined;
  /** The correction that is offered for the value. */
  offer?: unknown;
  /** The portal, for elements that upload files. */
  portal: object | undefined;
  /** Tags of the elements that have been fetched. */
  loadedTags: ReadonlySet<string>;
  setValue: (value: FieldValue | undefined) => void;
  /** Called when the field loses the focus. */
  onBlur: () => void;
}

/**
 * A kind of field of a form definition: how it is shown, and how its value is turned into an answer. Which answers are valid is
 * said by `answerSchema` of the contract.
 */
export interface FieldKind<F extends Field = Field> {
  /** Shows the field with its label, hint and error. */
  view(field: F, context: FieldContext): TemplateResult;
  /** Turns a value into the input of the answer schema: '1.9.2027' into '2027-09-01'. Without it the value is the input. */
  toInput?(value: FieldValue): unknown;
  /** Writes a value as the citizen reads it in the review. Without it a text is shown as it is. */
  displayText?(value: FieldValue, field: F, messages: FieldMessages): string;
  /** Tag of the element that shows the field; it is fetched with the step. */
  elementTag?: string;
  /** Whether the field can be shown without its element. */
  isElementOptional?: boolean;
}
