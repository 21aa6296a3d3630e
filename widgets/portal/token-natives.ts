/**
 * The natives through which tokens and the key go, taken when the page starts: what a script of the page puts in their place later sees
 * none. (What a script has put in their place before is of no use to it elsewhere: `proof.ts`.)
 */
export const nativeFetch = fetch.bind(globalThis);
/** `JSON.parse`. */
export const parseJson = JSON.parse.bind(JSON);
/** UTF-8. */
export const encodeText = TextEncoder.prototype.encode.bind(new TextEncoder());
/** `undefined` on pages without TLS, where browsers have no WebCrypto. */
const { subtle } = crypto as { subtle?: SubtleCrypto };
/** `crypto.subtle.digest`, where it is. */
export const digest = subtle?.digest.bind(subtle);
/** `crypto.subtle.generateKey`, where it is. */
export const generateKey = subtle?.generateKey.bind(subtle);

// oxlint-disable-next-line typescript/unbound-method -- it is called on each response
const text = Function.prototype.call.bind(Response.prototype.text) as (response: Response) => Promise<string>;
const { defineProperty } = Reflect;
const value = Promise;
/** Reads the body of a response. To wait for it calls no `then` of the page, whatever its `Promise.prototype` says. */
export function readText(response: Response): Promise<string> {
  const read = text(response);
  defineProperty(read, 'constructor', { __proto__: null, value } as PropertyDescriptor);
  return read;
}
