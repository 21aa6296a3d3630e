import type { Field, FieldType } from '../contract/forms/schemas.ts';
import { address } from './address.ts';
import { choice } from './choice.ts';
import { date } from './date.ts';
import { email } from './email.ts';
import { file } from './file.ts';
import type { FieldKind } from './kind.ts';
import { phone } from './phone.ts';
import { snils } from './snils.ts';
import { text } from './text.ts';

const KINDS: { [T in FieldType]: FieldKind<Extract<Field, { type: T }>> } = {
  text,
  date,
  choice,
  snils,
  phone,
  email,
  address,
  file,
};

/** How the fields of one kind are asked, judged and shown. */
export const kindOf = ({ type }: Field): FieldKind => KINDS[type];
