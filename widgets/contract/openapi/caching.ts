import * as v from 'valibot';

/** What an operation asks for whose answer seldom changes, and what it answers besides. */
export const IF_NONE_MATCH = { 'If-None-Match': v.optional(v.pipe(v.string(), v.maxLength(1000))) };
export const ETAG_HEADER = { ETag: 'Версия ответа.' };
export const NOT_MODIFIED = { about: 'С прошлого раза ничего не изменилось.', headers: ETAG_HEADER };
