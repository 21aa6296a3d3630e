import type { Context, MiddlewareHandler } from 'hono';
import { calculateJwkThumbprint, EmbeddedJWK, errors, jwtVerify } from 'jose';
import * as v from 'valibot';

import type { WallClockContext } from '../store/clock.ts';

/** Seconds that a proof is good for. */
const PROOF_SECONDS = 60;
/** Seconds that the clock of a page, which follows the `Date` of our responses, may be wrong. */
const CLOCK_TOLERANCE = 240;

/** A proof that the sender has a key, for one request (DPoP, RFC 9449). */
export interface Proof {
  /** Thumbprint of the key (RFC 7638), in base64url. */
  thumbprint: string;
  /** SHA-256 of the access token that goes with it, in base64url. */
  tokenHash: string | undefined;
}

const PayloadSchema = v.object({
  htm: v.string(),
  htu: v.string(),
  jti: v.pipe(v.string(), v.minLength(8), v.maxLength(200)),
  ath: v.optional(v.string()),
});
type Payload = v.InferOutput<typeof PayloadSchema>;

const PROOF = 'proof';

/** The proof of a request; `undefined` where there is none, or it is not good. */
export const proofOf = (c: Context): Proof | undefined => c.get(PROOF) as Proof | undefined;

/**
 * Reads the header `DPoP` of each request. A proof is good once, for a minute, and for one method and address. Who wants one finds
 * it by `proofOf`.
 */
export function readProofs({ wallNow }: WallClockContext): MiddlewareHandler {
  const used = new UsedProofs();
  return async (c, next) => {
    const text = c.req.header('DPoP');
    const proof = text === undefined ? undefined : await parseProof(text, wallNow());
    if (proof && isFor(c, proof.payload) && used.add(proof, wallNow().getTime()))
      c.set(PROOF, { thumbprint: proof.thumbprint, tokenHash: proof.payload.ath } satisfies Proof);
    await next();
  };
}

interface ParsedProof {
  thumbprint: string;
  payload: Payload;
}

/** Checks signature, type and time of a proof; `undefined` where one of them is wrong. */
async function parseProof(text: string, now: Date): Promise<ParsedProof | undefined> {
  try {
    const { payload, protectedHeader } = await jwtVerify(text, EmbeddedJWK, {
      typ: 'dpop+jwt',
      algorithms: ['ES256'],
      maxTokenAge: PROOF_SECONDS,
      clockTolerance: CLOCK_TOLERANCE,
      currentDate: now,
    });
    const { jwk = {} } = protectedHeader;
    return { thumbprint: await calculateJwkThumbprint(jwk), payload: v.parse(PayloadSchema, payload) };
  } catch (error) {
    if (error instanceof errors.JOSEError || error instanceof v.ValiError) return undefined;
    // The key in the header is none: WebCrypto says so.
    if (error instanceof TypeError || error instanceof DOMException) return undefined;
    throw error;
  }
}

/** Whether a proof is for this request. Query and fragment do not count (RFC 9449, 4.3). */
function isFor(c: Context, { htm, htu }: Payload): boolean {
  const wanted = URL.parse(c.req.url);
  const named = URL.parse(htu);
  return htm === c.req.method && named?.host === wanted?.host && named?.pathname === wanted?.pathname;
}

/** Proofs that were used. In memory: a restart of the portal takes longer than anybody needs to fetch one from a page. */
class UsedProofs {
  /** `thumbprint jti` → the time in milliseconds when the proof is too old anyway. The oldest come first. */
  readonly #used = new Map<string, number>();

  /** False for a proof that was used before. */
  add({ thumbprint, payload }: ParsedProof, now: number): boolean {
    for (const [name, until] of this.#used) {
      if (until > now) break;
      this.#used.delete(name);
    }
    const name = `${thumbprint} ${payload.jti}`;
    if (this.#used.has(name)) return false;
    this.#used.set(name, now + (PROOF_SECONDS + 2 * CLOCK_TOLERANCE) * 1000);
    return true;
  }
}
