import type { Field, FieldType } from '../contract/forms/schemas.ts';
import { address } from './address.ts';
import { choice } from './choice.ts';
import { date } from './date.ts';
import { file } from './file.ts';
import type { FieldKind } from './kind.ts';
import { lineKind } from './line.ts';
import { text } from './text.ts';

const KINDS: { [T in FieldType]: FieldKind<Extract<Field, { type: T }>> } = {
  text,
  date,
  choice,
  snils: lineKind({ inputmode: 'numeric', narrow: true }),
  phone: lineKind({ type: 'tel', inputmode: 'tel', narrow: true }),
  email: lineKind({ type: 'email', inputmode: 'email' }),
  address,
  file,
};

/** How the fields of one kind are asked, judged and shown. */
export const kindOf = ({ type }: Field): FieldKind => KINDS[type];
