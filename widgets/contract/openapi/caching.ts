import * as v from 'valibot';

/** What an operation asks for whose answer seldom changes, and what it answers besides. */
export const IF_NONE_MATCH = { 'If-None-Match': v.optional(v.pipe(v.string(), v.maxLength(1000))) };
export const VERSION = { ETag: 'Версия ответа.' };
export const SAME = { about: 'С прошлого раза ничего не изменилось.', headers: VERSION };
