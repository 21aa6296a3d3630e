/** A signature inside a PDF: the signature itself (CMS, DER), and the bytes that it was made over. */
export interface PdfSignature {
  signature: Uint8Array;
  signed: Uint8Array<ArrayBuffer>;
}

/** Latin-1: one character a byte, so that places in the text are places in the file. */
const textOfBytes = (bytes: Uint8Array) => new TextDecoder('latin1').decode(bytes);

/**
 * Finds the signature in a PDF (ISO 32000-2, 12.8.1). `/ByteRange [0 840 960 240]` says that 840 bytes from the beginning and 240 from the
 * 960th on are signed; between them stands the signature itself, `<3082…00>`, filled up by zeros. `none` where there is no signature, `many`
 * where there are more than one, or something was added behind it: the portal has to look at these.
 *
 * @example
 * findPdfSignature(bytes) // { signature, signed }
 */
export function findPdfSignature(pdf: Uint8Array): PdfSignature | 'none' | 'many' {
  const ranges = [...textOfBytes(pdf).matchAll(/\/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]/g)].map(
    (match) => match.slice(1).map(Number),
  );
  const [range, another] = ranges;
  if (!range) return 'none';
  const [from = 0, before = 0, behind = 0, after = 0] = range;
  if (another || from !== 0 || before > behind || behind + after !== pdf.length) return 'many';
  const [, hex = ''] = /^<([\da-f\s]*)>$/i.exec(textOfBytes(pdf.slice(before, behind))) ?? [];
  const digits = hex.replace(/\s/g, '').match(/../g) ?? [];
  const signed = new Uint8Array(before + after);
  signed.set(pdf.slice(0, before));
  signed.set(pdf.slice(behind), before);
  return { signature: Uint8Array.from(digits, (pair) => parseInt(pair, 16)), signed };
}

/** Whether a file is a PDF: these signs stand among its first thousand bytes. */
export const isPdf = (bytes: Uint8Array): boolean => textOfBytes(bytes.slice(0, 1024)).includes('%PDF-');
