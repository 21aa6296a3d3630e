// Longer than most: sixty files, each with what should come of it.
import type { FileMessages } from '../../widgets/fields/field-kind.ts';

/** A file as people have it, and what should come of it. */
export interface CitizensFile {
  /** What it is, for a reader. */
  what: string;
  name: string;
  /** What the browser takes it for. */
  type?: string;
  bytes: Buffer;
  /** Bytes in all, where it has nothing behind the first ones. */
  size?: number;
  /** Why it is refused. */
  refused?: keyof FileMessages;
  /** Its name on the portal; the same unless given. */
  arrivesAs?: string;
  /** Whether the portal has the same bytes. */
  isSame?: boolean;
  /** Width and height on the portal. */
  sides?: readonly [number, number];
}

/** Pictures that a browser has made. */
export interface Photos {
  /** 400 × 300. */
  small: Buffer;
  /** 4000 × 3000. */
  large: Buffer;
  /** PNG of 400 × 300. */
  png: Buffer;
  /** PNG of 3000 × 300. */
  widePng: Buffer;
  /** WebP of 400 × 300. */
  webp: Buffer;
}

const text = (content: string) => Buffer.from(content, 'latin1');
const segment = (kind: number, content: Buffer) => {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(content.length + 2);
  return Buffer.concat([Buffer.from([0xff, kind]), length, content]);
};
/** Puts a segment behind the first two bytes of a JPEG. */
const withSegment = (jpeg: Buffer, kind: number, content: Buffer) =>
  Buffer.concat([jpeg.subarray(0, 2), segment(kind, content), jpeg.subarray(2)]);
/** What a camera writes: how to turn the photo, and where it was taken. */
const taken = (jpeg: Buffer, orientation: number) =>
  withSegment(
    jpeg,
    0xe1,
    Buffer.concat([
      text('Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0'),
      Buffer.from([orientation, 0, 0, 0, 0, 0, 0]),
      text('GPS 53.3474 83.7783'),
    ]),
  );
const pdf = (content = 'document') => text(`%PDF-1.7\n${content}\nstartxref\n9\n%%EOF\n`);
const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');
const GIF = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');
const BMP = Buffer.concat([
  text('BM:\0\0\0\0\0\0\x006\0\0\0(\0\0\0\x01\0\0\0\x01\0\0\0\x01\0\x18\0'),
  Buffer.alloc(24),
  Buffer.from([0, 0, 255, 0]),
]);
const MB = 2 ** 20;

const photosOf = ({ small, large, png, widePng, webp }: Photos): CitizensFile[] => [
  ...[1, 2, 3, 4, 5, 6, 7, 8].map((orientation): CitizensFile => ({
    what: `a photo that was taken with orientation ${orientation}`,
    name: `IMG_${orientation}.JPG`,
    bytes: taken(small, orientation),
    sides: orientation < 5 ? [400, 300] : [300, 400],
  })),
  { what: '12 megapixels', name: 'DSC_0012.jpg', bytes: taken(large, 1), sides: [2480, 1860] },
  { what: '12 megapixels across', name: 'DSC_0013.jpg', bytes: taken(large, 6), sides: [1860, 2480] },
  { what: 'a small JPEG without anything', name: 'скан.jpg', bytes: small, isSame: true },
  {
    what: 'metadata of an editor (XMP)',
    name: 'xmp.jpg',
    bytes: withSegment(small, 0xe1, text('http://ns.adobe.com/xap/1.0/\0GPS')),
  },
  {
    what: 'metadata of an agency (IPTC)',
    name: 'iptc.jpg',
    bytes: withSegment(small, 0xed, text('Photoshop 3.0\0GPS')),
  },
  { what: 'a comment', name: 'comment.jpg', bytes: withSegment(small, 0xfe, text('GPS of home')) },
  {
    what: 'a photo with a film behind it',
    name: 'MVIMG_1.jpg',
    bytes: Buffer.concat([taken(small, 1), text('ftypmp4'), Buffer.alloc(100_000, 'GPS')]),
  },
  { what: 'a JPEG called .pdf', name: 'справка.pdf', type: 'application/pdf', bytes: small, isSame: true },
  { what: 'a JPEG called .png', name: 'справка.png', type: 'image/png', bytes: small, isSame: true },
  { what: 'a JPEG without ending', name: 'справка', bytes: small, isSame: true },
  {
    what: 'a JPEG as an old telephone calls it',
    name: 'справка.jpg',
    type: 'image/jpg',
    bytes: small,
    isSame: true,
  },
  { what: 'a screenshot', name: 'Снимок экрана.png', type: 'image/png', bytes: png, isSame: true },
  {
    what: 'a wide PNG',
    name: 'скан.PNG',
    type: 'image/png',
    bytes: widePng,
    arrivesAs: 'скан.jpg',
    sides: [2480, 248],
  },
  {
    what: 'a picture of a messenger',
    name: 'photo_2026.webp',
    type: 'image/webp',
    bytes: webp,
    arrivesAs: 'photo_2026.jpg',
    sides: [400, 300],
  },
  { what: 'a GIF', name: 'штамп.gif', type: 'image/gif', bytes: GIF, arrivesAs: 'штамп.jpg', sides: [1, 1] },
  {
    what: 'a BMP of an old scanner',
    name: 'scan0001.bmp',
    type: 'image/bmp',
    bytes: BMP,
    arrivesAs: 'scan0001.jpg',
    sides: [1, 1],
  },
];

const documents = (): CitizensFile[] => [
  { what: 'a PDF', name: 'выписка.pdf', type: 'application/pdf', bytes: pdf(), isSame: true },
  { what: 'a PDF called .jpg', name: 'выписка.jpg', type: 'image/jpeg', bytes: pdf('jpg'), isSame: true },
  {
    what: 'a PDF called .doc',
    name: 'выписка.doc',
    type: 'application/msword',
    bytes: pdf('doc'),
    isSame: true,
  },
  { what: 'a PDF without ending', name: 'выписка', bytes: pdf('none'), isSame: true },
  {
    what: 'a PDF as a program calls it',
    name: 'x.pdf',
    type: 'application/x-pdf',
    bytes: pdf('x'),
    isSame: true,
  },
  {
    what: 'a PDF that the browser does not know',
    name: 'y.pdf',
    type: 'application/octet-stream',
    bytes: pdf('y'),
    isSame: true,
  },
  {
    what: 'a PDF behind what a scanner writes',
    name: 'scan.pdf',
    bytes: Buffer.concat([text('\0\0@PJL\r\n'), pdf('z')]),
    isSame: true,
  },
];

const refused = ({ small, png }: Photos): CitizensFile[] => [
  { what: 'an empty JPEG', name: 'пустой.jpg', bytes: Buffer.alloc(0), refused: 'empty' },
  { what: 'an empty PDF', name: 'пустой.pdf', bytes: Buffer.alloc(0), refused: 'empty' },
  {
    what: 'a half of a JPEG',
    name: 'половина.jpg',
    bytes: taken(small, 1).subarray(0, small.length / 2),
    refused: 'broken',
  },
  {
    what: 'a JPEG that ends in its metadata',
    name: 'начало.jpg',
    bytes: taken(small, 1).subarray(0, 30),
    refused: 'broken',
  },
  {
    what: 'a half of a PNG',
    name: 'половина.png',
    bytes: png.subarray(0, png.length / 2),
    refused: 'broken',
  },
  {
    what: 'a PDF with a password',
    name: 'выписка банка.pdf',
    bytes: pdf('trailer << /Encrypt 5 0 R >>'),
    refused: 'locked',
  },
  {
    what: 'a newer PDF with a password',
    name: 'счёт.pdf',
    bytes: pdf('7 0 obj << /Type /XRef /Encrypt 5 0 R >> stream'),
    refused: 'locked',
  },
  {
    what: 'a HEIC that no decoder reads',
    name: 'IMG_0001.HEIC',
    bytes: text('\0\0\0\x18ftypheic\0\0\0\0broken'),
    refused: 'unreadable',
  },
  {
    what: 'a document of Word',
    name: 'справка.docx',
    bytes: text('PK\x03\x04word/document.xml'),
    refused: 'wrongType',
  },
  {
    what: 'an old document of Word',
    name: 'справка.doc',
    bytes: text('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'),
    refused: 'wrongType',
  },
  {
    what: 'a program called .jpg',
    name: 'фото.jpg',
    type: 'image/jpeg',
    bytes: text('MZ\x90\0program'),
    refused: 'wrongType',
  },
  { what: 'a text', name: 'справка.txt', type: 'text/plain', bytes: text('spravka'), refused: 'wrongType' },
  {
    what: 'a page called .pdf',
    name: 'письмо.pdf',
    type: 'application/pdf',
    bytes: text('<!doctype html>'),
    refused: 'wrongType',
  },
  {
    what: 'a film',
    name: 'видео.mp4',
    type: 'video/mp4',
    bytes: text('\0\0\0\x18ftypisom'),
    refused: 'wrongType',
  },
  {
    what: 'a drawing',
    name: 'план.svg',
    type: 'image/svg+xml',
    bytes: text('<svg xmlns="http://www.w3.org/2000/svg"/>'),
    refused: 'wrongType',
  },
  { what: 'a virus', name: 'письмо.pdf', bytes: pdf(EICAR), refused: 'unsafe' },
  { what: 'more than 50 MB', name: 'альбом.pdf', bytes: pdf(), size: 50 * MB + 1, refused: 'tooLarge' },
];

const named = ({ small }: Photos): CitizensFile[] =>
  (
    [
      ['letters in two pieces (NFD)', 'справка о дохо\u0434ах и\u0306.jpg', 'справка о доходах й.jpg'],
      ['200 characters', `${'ы'.repeat(196)}.jpg`, undefined],
      ['300 characters', `${'щ'.repeat(296)}.jpg`, `${'щ'.repeat(251)}.jpg`],
      ['a path upwards', '../../etc/passwd.jpg', 'passwd.jpg'],
      ['only dots', '..', 'файл'],
      ['a path of Windows', 'C:\\Документы\\скан.jpg', 'скан.jpg'],
      ['a mark that turns the writing', 'злой\u202Egpj.exe', 'злойgpj.exe'],
      ['marks of Arabic', '\u2067фото\u2069\u200f.jpg', 'фото.jpg'],
      ['a family', 'семья 👪.jpg', undefined],
      ['what HTML would take for itself', '<b onclick="x">"скан" & \'копия\'.jpg', undefined],
      ['lines and tabs', 'скан\n\t1.jpg', 'скан1.jpg'],
    ] as const
  ).map(([what, name, arrivesAs = name]) => ({
    what: `a name with ${what}`,
    name,
    bytes: small,
    arrivesAs,
    isSame: true,
  }));

/** Files as people have them. */
export const citizensFiles = (photos: Photos): CitizensFile[] => [
  ...photosOf(photos),
  ...documents(),
  ...refused(photos),
  ...named(photos),
];
