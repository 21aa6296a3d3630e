/** What a signature says that can be compared with a file: the digest of the file at the time of signing. */
export interface SignedDigest {
  /** Name for WebCrypto: `SHA-256`; `undefined` for an algorithm that browsers do not have, ГОСТ Р 34.11-2012 among them. */
  algorithm: 'SHA-256' | 'SHA-384' | 'SHA-512' | undefined;
  digest: Uint8Array;
}

/** One element of DER: its tag, and where its content stands. */
interface Element {
  tag: number;
  start: number;
  end: number;
}

/** Object identifiers as they stand in DER, in hexadecimal digits. */
const SIGNED_DATA = '2a864886f70d010702';
const MESSAGE_DIGEST = '2a864886f70d010904';
const ALGORITHMS: Partial<Record<string, SignedDigest['algorithm']>> = {
  '608648016503040201': 'SHA-256',
  '608648016503040202': 'SHA-384',
  '608648016503040203': 'SHA-512',
};
const [SEQUENCE, SET, ATTRIBUTES] = [0x30, 0x31, 0xa0];

const hexOf = (bytes: Uint8Array) => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** Reads the element that begins at `at`. Throws a `RangeError` where there is none, or its length is not known beforehand (BER). */
function elementAt(der: Uint8Array, at: number, end = der.length): Element {
  const [tag, first] = [der[at], der[at + 1]];
  if (tag === undefined || first === undefined || first === 0x80) throw new RangeError('No DER');
  // A length over 127 is written in as many bytes as the low bits of the first one say: 82 01 00 is 256.
  const lengthBytes = first < 0x80 ? 0 : first - 0x80;
  const start = at + 2 + lengthBytes;
  const length = lengthBytes ? der.slice(at + 2, start).reduce((sum, byte) => sum * 256 + byte, 0) : first;
  if (start + length > end) throw new RangeError('DER is cut off');
  return { tag, start, end: start + length };
}

/** The elements inside another one. */
function childrenOf(der: Uint8Array, { start, end }: Element): Element[] {
  const children: Element[] = [];
  for (let at = start; at < end;) {
    const child = elementAt(der, at, end);
    children.push(child);
    at = child.end;
  }
  return children;
}

const bytesOf = (der: Uint8Array, element: Element | undefined) =>
  element ? der.slice(element.start, element.end) : new Uint8Array();

/** The length in bytes of the element that stands at the beginning: what follows is no part of it. */
export const lengthOfDer = (der: Uint8Array): number => elementAt(der, 0).end;

/**
 * Reads the digest of the file out of a signature (CMS, RFC 5652, 5.3 and 11.2). `undefined` where the signature has none: it was made over
 * the file itself, holds the file or more than one signer, or is no CMS.
 *
 * ContentInfo → `[0]` → SignedData (version, algorithms, content, certificates…, **SET of signers**) → SignerInfo (version, signer,
 * **algorithm**, **`[0]` attributes**, …) → the attribute `messageDigest` → SET → OCTET STRING.
 */
export function signedDigestIn(der: Uint8Array): SignedDigest | undefined {
  try {
    const [type, wrapped] = childrenOf(der, elementAt(der, 0));
    if (!wrapped || hexOf(bytesOf(der, type)) !== SIGNED_DATA) return undefined;
    const signedData = childrenOf(der, elementAt(der, wrapped.start));
    const [, , content] = signedData;
    // Where the content stands in the signature, to send the signature would be to send the file.
    if (!content || childrenOf(der, content).length > 1) return undefined;
    const signers = signedData.at(-1);
    const [signer, another] = signers?.tag === SET ? childrenOf(der, signers) : [];
    if (!signer || another) return undefined;
    const parts = childrenOf(der, signer);
    const algorithm = parts.filter(({ tag }) => tag === SEQUENCE)[1];
    const attributes = parts.find(({ tag }) => tag === ATTRIBUTES);
    const [name] = algorithm ? childrenOf(der, algorithm) : [];
    const digest = attributes && messageDigestIn(der, attributes);
    return digest && { algorithm: ALGORITHMS[hexOf(bytesOf(der, name))], digest };
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function messageDigestIn(der: Uint8Array, attributes: Element): Uint8Array | undefined {
  for (const attribute of childrenOf(der, attributes)) {
    const [name, values] = childrenOf(der, attribute);
    if (values && hexOf(bytesOf(der, name)) === MESSAGE_DIGEST)
      return bytesOf(der, childrenOf(der, values)[0]);
  }
  return undefined;
}
