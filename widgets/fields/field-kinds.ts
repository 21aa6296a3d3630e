import type { Field, FieldType } from '../contract/forms/schemas.ts';
import { addressKind } from './address.ts';
import { choiceKind } from './choice.ts';
import { dateKind } from './date.ts';
import { fileKind } from './file.ts';
import type { FieldKind } from './field-kind.ts';
import { textLineKind } from './text-line.ts';
import { textKind } from './text.ts';

const KINDS: { [T in FieldType]: FieldKind<Extract<Field, { type: T }>> } = {
  text: textKind,
  date: dateKind,
  choice: choiceKind,
  snils: textLineKind({ inputmode: 'numeric', narrow: true }),
  phone: textLineKind({ type: 'tel', inputmode: 'tel', narrow: true }),
  email: textLineKind({ inputmode: 'email' }),
  address: addressKind,
  file: fileKind,
};

/** Gives the kind of a field: how it is shown and how its value is read. */
export const fieldKindOf = ({ type }: Field): FieldKind => KINDS[type];
