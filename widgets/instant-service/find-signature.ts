import { digest } from '../portal/token-natives.ts';
import { lengthOfDer, signedDigestIn } from './cms.ts';
import { findPdfSignature, isPdf } from './pdf-signature.ts';

/** What the device has found out about a file and its signature. `signature` is base64 of DER. */
export type Examined =
  /** The file is as it was when it was signed. The portal says whose signature it is, and whether it is good: it needs no file for that. */
  | { found: 'intact'; signature: string }
  /** The file was changed after it was signed, or the signature is of another one. */
  | { found: 'changed' }
  /** There is no signature in the file. */
  | { found: 'none' }
  /** The signature cannot be read here: only the portal can check it, and needs the file. */
  | { found: 'unreadable'; signature?: string };

/** A file without a signature in it, of a kind where the device would not find one. */
interface NotFound {
  found: 'elsewhere';
}

/**
 * Compares a file with its signature on this device. `signatureFile` is there where the signature stands in a file of its own.
 *
 * @example
 * await findSignature(pdf, undefined) // { found: 'intact', signature: 'MIIG…' }
 */
export async function findSignature(
  file: File,
  signatureFile: File | undefined,
): Promise<Examined | NotFound> {
  const bytes = await bytesOf(file);
  if (signatureFile) return compare(derIn(await bytesOf(signatureFile)), bytes);
  if (!isPdf(bytes)) return { found: 'elsewhere' };
  const inside = findPdfSignature(bytes);
  if (inside === 'none') return { found: 'none' };
  return inside === 'many' ? { found: 'unreadable' } : compare(inside.signature, inside.signed);
}

/** Compares the digest in a signature with that of what it was made over. */
async function compare(der: Uint8Array, signed: Uint8Array<ArrayBuffer>): Promise<Examined> {
  const said = signedDigestIn(der);
  if (!said) return { found: 'unreadable' };
  const signature = base64Of(der.slice(0, lengthOfDer(der)));
  if (!said.algorithm || !digest) return { found: 'unreadable', signature };
  const own = new Uint8Array(await digest(said.algorithm, signed));
  const isSame = own.length === said.digest.length && own.every((byte, i) => byte === said.digest[i]);
  return isSame ? { found: 'intact', signature } : { found: 'changed' };
}

const bytesOf = async (file: File) => new Uint8Array(await file.arrayBuffer());

/** The signature in a file: DER, or the same written as base64, with or without the lines of PEM. */
function derIn(bytes: Uint8Array): Uint8Array {
  if (bytes[0] === 0x30) return bytes;
  const text = new TextDecoder('latin1').decode(bytes).replace(/-----[^-]*-----|\s/g, '');
  try {
    return Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
  } catch {
    // No base64 either: nothing can be read in it.
    return new Uint8Array();
  }
}

/** In pieces: a call takes no more than some ten thousand arguments. */
function base64Of(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.slice(at, at + 8192));
  return btoa(text);
}
