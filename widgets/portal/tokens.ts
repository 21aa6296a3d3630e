import { TokensSchema, type Tokens } from '../contract/session/schemas.ts';
import { PortalError } from './errors.ts';
import { fetchJson, type Connection } from './http.ts';

/**
 * Fetches new tokens for a renewal token (`renewals`), or for a code and its verifier (`exchanges`); `undefined` when the portal does not
 * accept them. Each can be used only once: the portal treats a second use as theft. Only with an `Idempotency-Key` can the request be
 * repeated when the response was lost.
 */
export async function requestTokens(
  connection: Connection,
  endpoint: 'renewals' | 'exchanges',
  input: object,
): Promise<Tokens | undefined> {
  const key = crypto.getRandomValues(new Uint32Array(4)).join('-');
  try {
    return await fetchJson(connection, {
      url: new URL(`/v1/session/${endpoint}`, connection.config.portal),
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

/** Ends the session at the portal. False when that has failed. */
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
