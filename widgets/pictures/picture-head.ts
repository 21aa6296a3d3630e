/** What a file says of its picture before it. */
export interface PictureHead {
  /** How the picture has to be turned, from 1 (as it is) to 8 (EXIF 2.3, tag 0112). */
  orientation: number;
  width: number;
  height: number;
  /** Whether it has metadata: where and when it was taken, by which device, by whom. */
  hasMetadata: boolean;
}

/** A part of a JPEG before its picture: the byte that says what it is, its beginning and its end. */
interface Segment {
  kind: number;
  start: number;
  end: number;
}

/** Whether a segment says where, when and by whom: EXIF and XMP, Photoshop (IPTC), comments. Colour profiles (E2) stay. */
const isMetadata = ({ kind }: Segment) =>
  kind === 0xfe || (kind >= 0xe1 && kind <= 0xef && ![0xe2, 0xee].includes(kind));
/** Whether a segment begins a picture (ITU-T T.81, table B.1), in any of the ways to compress it. */
const isFrame = ({ kind }: Segment) => kind >= 0xc0 && kind <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(kind);
/** The compressed picture begins. */
const SCAN = 0xda;

const viewOf = ({ buffer, byteOffset, byteLength }: Uint8Array) =>
  new DataView(buffer, byteOffset, byteLength);

/** Reads the head of a JPEG; `undefined` where it is none. */
export function readJpegHead(bytes: Uint8Array): PictureHead | undefined {
  const segments = segmentsOf(bytes);
  const frame = segments.find(isFrame);
  if (!frame) return undefined;
  const view = viewOf(bytes);
  return {
    orientation: segments.map((segment) => orientationIn(view, segment)).find(Boolean) ?? 1,
    height: view.getUint16(frame.start + 5),
    width: view.getUint16(frame.start + 7),
    hasMetadata: segments.some(isMetadata),
  };
}

/** Reads the head of a PNG (https://www.w3.org/TR/png-3/): width and height stand behind 16 bytes, what a camera says in `eXIf`. */
export function readPngHead(bytes: Uint8Array): PictureHead {
  const view = viewOf(bytes);
  const hasMetadata = new TextDecoder('latin1').decode(bytes).includes('eXIf');
  return { orientation: 1, width: view.getUint32(16), height: view.getUint32(20), hasMetadata };
}

/**
 * Gives the parts of a JPEG without its metadata, and without what telephones write behind it. The picture is the same; of a turned one
 * only that it has to be turned is kept.
 */
export function withoutMetadata(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer>[] {
  const segments = segmentsOf(bytes);
  const { orientation = 1 } = readJpegHead(bytes) ?? {};
  const scan = segments.find(({ kind }) => kind === SCAN)?.start ?? 2;
  const kept = segments.filter((segment) => segment.start < scan && !isMetadata(segment));
  const parts = kept.map(({ start, end }) => bytes.subarray(start, end));
  // JFIF (E0) has to come first: Firefox does not know a picture where it stands behind other segments.
  if (orientation > 1) parts.splice(kept[0]?.kind === 0xe0 ? 1 : 0, 0, orientationSegment(orientation));
  return [bytes.subarray(0, 2), ...parts, bytes.subarray(scan, endOfPicture(bytes, scan))];
}

/** Where a picture ends: compressed data have no FF D9 (ITU-T T.81, B.1.1.5). */
function endOfPicture(bytes: Uint8Array, scan: number): number {
  for (let at = bytes.indexOf(0xff, scan); at >= 0; at = bytes.indexOf(0xff, at + 1))
    if (bytes[at + 1] === 0xd9) return at + 2;
  return bytes.length;
}

/** The segments before the picture, and the beginning of the picture; empty where it is no JPEG. */
function segmentsOf(bytes: Uint8Array): Segment[] {
  const segments: Segment[] = [];
  for (let at = 2; bytes[at] === 0xff && at + 3 < bytes.length;) {
    const [, kind = 0, high = 0, low = 0] = bytes.subarray(at, at + 4);
    // A filling byte stands before the kind.
    if (kind === 0xff) {
      at++;
      continue;
    }
    const end = at + 2 + high * 256 + low;
    segments.push({ kind, start: at, end });
    if (kind === SCAN) break;
    at = end;
  }
  return segments;
}

/** The orientation in a segment of EXIF; 0 where it has none. Its numbers are little-endian after `II`, big-endian after `MM`. */
function orientationIn(view: DataView, { kind, start, end }: Segment): number {
  const tiff = start + 10;
  if (kind !== 0xe1 || end > view.byteLength || end < tiff + 8) return 0;
  if (view.getUint32(start + 4) !== 0x45786966) return 0;
  const isLittle = view.getUint16(tiff) === 0x4949;
  const entries = tiff + view.getUint32(tiff + 4, isLittle);
  if (entries + 2 > end) return 0;
  const count = view.getUint16(entries, isLittle);
  for (let i = 0, at = entries + 2; i < count && at + 12 <= end; i++, at += 12)
    if (view.getUint16(at, isLittle) === 0x0112) return view.getUint16(at + 8, isLittle);
  return 0;
}

/** A segment of EXIF that says only how to turn the picture. */
const orientationSegment = (orientation: number): Uint8Array<ArrayBuffer> =>
  Uint8Array.from([
    ...[0xff, 0xe1, 0, 34, 0x45, 0x78, 0x69, 0x66, 0, 0],
    ...[0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1],
    ...[0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0],
    ...[0, 0, 0, 0],
  ]);
