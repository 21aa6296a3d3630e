import { createHash, generateKeyPairSync, randomUUID, sign } from 'node:crypto';

const base64url = (json: object) => Buffer.from(JSON.stringify(json)).toString('base64url');
const hash = (text: string) => createHash('sha256').update(text).digest('base64url');

/** What a proof is for. */
interface ProofOptions {
  method: string;
  url: string;
  /** The access token that goes with it. */
  token?: string;
  at: Date;
  /** Claims and header fields in place of the right ones. */
  change?: { payload?: object; header?: object };
}

/** The key of a page, as the widgets make one in a browser (DPoP, RFC 9449). */
export class TestKey {
  readonly #pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  readonly #jwk = this.#pair.publicKey.export({ format: 'jwk' });
  /** Its thumbprint (RFC 7638). */
  readonly thumbprint: string;

  constructor() {
    const { crv, kty, x, y } = this.#jwk;
    this.thumbprint = hash(JSON.stringify({ crv, kty, x, y }));
  }

  /** The value of the header `DPoP` of one request. */
  proof({ method, url, token, at, change = {} }: ProofOptions): string {
    const header = { typ: 'dpop+jwt', alg: 'ES256', jwk: this.#jwk, ...change.header };
    const payload = {
      htm: method,
      htu: url,
      iat: Math.floor(at.getTime() / 1000),
      jti: randomUUID(),
      ...(token !== undefined && { ath: hash(token) }),
      ...change.payload,
    };
    const text = `${base64url(header)}.${base64url(payload)}`;
    const key = { key: this.#pair.privateKey, dsaEncoding: 'ieee-p1363' } as const;
    return `${text}.${sign('sha256', Buffer.from(text), key).toString('base64url')}`;
  }
}

/** The key of the page of the tests, where one is enough. */
export const TEST_KEY = new TestKey();
