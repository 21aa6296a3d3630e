/** Reads bytes of a file from `start` up to `end`; fewer where the file ends before. */
export type ReadBytes = (start: number, end: number) => Promise<Uint8Array>;

/** What a file is by its content. Pictures other than JPEG and PNG are made JPEG on the device, where it can. */
export type FileKind = 'jpeg' | 'png' | 'pdf' | 'heic' | 'avif' | 'webp' | 'gif' | 'bmp';

/** What is wrong with a file, whatever it is called: nothing in it, a part of it missing, a password before it. */
export type ContentFault = 'empty' | 'wrongType' | 'broken' | 'locked';

/** Bytes at the beginning of a file that tell what it is. */
const HEAD = 1024;
/** Bytes at its end in which a whole file says that it is whole. */
const TAIL = 64 * 1024;
/** Bytes that are searched at a time where that takes more. */
const STRIDE = 1024 * 1024;

/** Gives what a file is by its first bytes; `undefined` for all that is no picture and no PDF. */
function kindOf(head: Uint8Array): FileKind | undefined {
  const text = latin(head);
  if (text.startsWith('\xff\xd8\xff')) return 'jpeg';
  if (text.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  // Readers look for it in the first kilobyte: programs and scanners write other things before (ISO 32000-1, annex H, note 13).
  if (text.includes('%PDF-')) return 'pdf';
  if (/^GIF8[79]a/.test(text)) return 'gif';
  if (/^RIFF....WEBP/s.test(text)) return 'webp';
  if (/^BM.{4}\0\0\0\0/s.test(text)) return 'bmp';
  const [, brands = ''] = /^.{4}ftyp(.{4,64})/s.exec(text) ?? [];
  if (/^avi[fs]/.test(brands)) return 'avif';
  // Brands of ISO/IEC 23008-12, annex B. `mif1` is any codec: of cameras it is HEVC.
  return /^(?:hei[cmsx]|hev[cx]|mif1|msf1)/.test(brands) ? 'heic' : undefined;
}

/**
 * Looks into a file: what it is, and what is wrong with it. Reads its beginning and its end; the whole only of a JPEG whose end is
 * not where it should be.
 */
export async function examineFile(
  size: number,
  read: ReadBytes,
): Promise<{ kind: FileKind; fault?: never } | { kind?: FileKind; fault: ContentFault }> {
  if (!size) return { fault: 'empty' };
  const kind = kindOf(await read(0, HEAD));
  if (!kind) return { fault: 'wrongType' };
  if (kind === 'pdf' && (await isLocked(size, read))) return { kind, fault: 'locked' };
  if (kind === 'png' && !(await endsWith('IEND', 8, { size, read }))) return { kind, fault: 'broken' };
  if (kind === 'jpeg' && !(await isWholeJpeg(size, read))) return { kind, fault: 'broken' };
  return { kind };
}

/**
 * Whether a JPEG has its end, `FF D9`. Compressed data have no such two bytes (ITU-T T.81, B.1.1.5), but the small picture in its
 * metadata has them, and telephones write films behind it: so they are sought behind the metadata, from the end on.
 */
async function isWholeJpeg(size: number, read: ReadBytes): Promise<boolean> {
  const start = await startOfScan(size, read);
  return start !== undefined && endsWith('\xff\xd9', start, { size, read });
}

/** Whether these bytes are in a file from `start` on: they are sought at its end first, where they should be. */
async function endsWith(
  end: string,
  start: number,
  file: { size: number; read: ReadBytes },
): Promise<boolean> {
  const { size, read } = file;
  if (latin(await read(Math.max(start, size - TAIL), size)).includes(end)) return true;
  for (let at = start; at < size; at += STRIDE)
    if (latin(await read(at, at + STRIDE + end.length)).includes(end)) return true;
  return false;
}

/** Where the compressed data of a JPEG begin, behind all segments before them; `undefined` where it ends before. */
async function startOfScan(size: number, read: ReadBytes): Promise<number | undefined> {
  // Each segment: FF, its kind, two bytes of its length with themselves.
  for (let at = 2; at + 4 <= size;) {
    const [mark = 0, kind = 0, high = 0, low = 0] = await read(at, at + 4);
    if (mark !== 0xff) return undefined;
    if (kind === 0xff) at++;
    else if (kind === 0xda) return at;
    else at += 2 + high * 256 + low;
  }
  return undefined;
}

/**
 * Whether a PDF opens only with a password, or may do so: its trailer names how it is encrypted (ISO 32000-1, 7.5.5 and 7.6). The trailer
 * is at the end, or `startxref` there says where.
 */
async function isLocked(size: number, read: ReadBytes): Promise<boolean> {
  const end = latin(await read(Math.max(0, size - TAIL), size));
  const tables = [...end.matchAll(/startxref\s+(\d+)/g)].map(([, at]) => Number(at));
  const trailers = [end.slice(end.lastIndexOf('trailer')), ...(await Promise.all(tables.map(textAt)))];
  return trailers.some((text) => /\/Encrypt\s*(?:\d|<<)/.test(text));

  async function textAt(at: number): Promise<string> {
    // The head of a cross-reference stream; what follows is compressed.
    return latin(await read(at, at + HEAD)).replace(/stream[\r\n].*$/s, '');
  }
}

/** Bytes as text, a letter a byte. */
function latin(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
}
