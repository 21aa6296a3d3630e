import { sha256 } from '../store/sealing.ts';

/**
 * Makes the response to a GET that the client may cache: 200 with the body and its `ETag`, or 304 without a body if
 * `If-None-Match` names the same `ETag`. The `ETag` is a hash of the body unless the caller gives one.
 *
 * A client asks twice: `200 ETag: "x1"`; then `If-None-Match: "x0", W/"x1"` → `304`, because the list has `"x1"`.
 */
export function conditionalResponse<B>(
  body: B,
  ifNoneMatch: string | undefined,
  etag = `"${sha256(JSON.stringify(body)).toString('base64url')}"`,
) {
  // `no-cache` lets the browser keep the body. Each time it asks with `If-None-Match` whether the body is still the same.
  const headers = { ETag: etag, 'Cache-Control': 'private, no-cache' };
  // `W/` marks a weak tag. RFC 9110, 13.1.2: here weak and strong tags are compared alike.
  const knownTags = ifNoneMatch?.split(',').map((tag) => tag.trim().replace(/^W\//, '')) ?? [];
  return knownTags.includes(etag) || knownTags.includes('*')
    ? { status: 304 as const, headers }
    : { status: 200 as const, body, headers };
}
