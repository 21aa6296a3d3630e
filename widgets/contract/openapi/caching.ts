import * as v from 'valibot';

// For operations whose response seldom changes (RFC 9110, sections 8.8.3 and 13.1.2). The widget sends the `ETag` that it has;
// the portal responds with 304 and no body as long as nothing has changed.

/** The request header with the `ETag` of an earlier response. */
export const IF_NONE_MATCH = { 'If-None-Match': v.optional(v.pipe(v.string(), v.maxLength(1000))) };
/** The response header with the version of the body. */
export const ETAG_HEADER = { ETag: 'Версия ответа.' };
/** The response 304: the body has not changed, so it is not sent. */
export const NOT_MODIFIED = { about: 'С прошлого раза ничего не изменилось.', headers: ETAG_HEADER };
