import { sha256 } from '../store/sealing.ts';

/** 200 with a body and its `ETag`; 304 where `If-None-Match` says that the client has just this body. */
export function conditionalResponse<B>(
  body: B,
  ifNoneMatch: string | undefined,
  etag = `"${sha256(JSON.stringify(body)).toString('base64url')}"`,
) {
  // `no-cache`: the browser may keep it, and asks each time whether it is still so.
  const headers = { ETag: etag, 'Cache-Control': 'private, no-cache' };
  const known = ifNoneMatch?.split(',').map((tag) => tag.trim().replace(/^W\//, '')) ?? [];
  return known.includes(etag) || known.includes('*')
    ? { status: 304 as const, headers }
    : { status: 200 as const, body, headers };
}
