import { TokensSchema, type Tokens } from '../contract/session/schemas.ts';
import { PortalError } from './errors.ts';
import { fetchJson, type Connection } from './http.ts';

/**
 * New tokens for a renewal token, or for a code and its verifier; `undefined` when the portal does not take them. The key makes
 * it safe to ask again when the answer was lost: what is good once would be taken for stolen.
 */
export async function requestTokens(
  connection: Connection,
  what: 'renewals' | 'exchanges',
  input: object,
): Promise<Tokens | undefined> {
  const key = crypto.getRandomValues(new Uint32Array(4)).join('-');
  try {
    return await fetchJson(connection, {
      url: new URL(`/v1/session/${what}`, connection.config.portal),
      schema: TokensSchema,
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': `"${key}"` },
      body: JSON.stringify(input),
      anonymous: true,
    });
  } catch (error) {
    if (error instanceof PortalError && error.status === 401) return undefined;
    throw error;
  }
}

/** Tells the portal that the citizen has signed out. False when it could not be told. */
export async function endSession(portal: URL, token: string): Promise<boolean> {
  try {
    const headers = { Authorization: `Bearer ${token}` };
    const { ok } = await fetch(new URL('/v1/session', portal), {
      method: 'DELETE',
      credentials: 'omit',
      headers,
    });
    return ok;
  } catch {
    return false;
  }
}
