import type { Dbf } from './dbf.ts';

/**
 * Codes end with the status of the row: 00 is the object as it is now, 01–50 are names it had before, 51 says that it has
 * been merged or moved, 99 that it is gone.
 */
export const LAST_FORMER_NAME = 50;

/** Why a row is left out. */
export const BROKEN = 'неверных записей';

/** Fields that places, streets and houses have alike, of any width. */
export const ALIKE = { NAME: undefined, SOCR: undefined, INDEX: undefined, OCATD: undefined };
export type Objects = Dbf<'CODE' | keyof typeof ALIKE>;

/** The text, if it is so many digits. */
export const digits = (text: string, length: number) =>
  text.length === length && /^\d+$/.test(text) ? text : '';
