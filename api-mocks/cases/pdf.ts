const PAGE = { width: 595, height: 842, margin: 56 };
const FONT_SIZE = 11;
const LINE_HEIGHT = 16;
/** All glyphs of a font for typewriters are 600 thousandths of its size wide: 72 characters fit between the margins. */
const GLYPH_WIDTH = 600;
const MAX_LINE_LENGTH = 72;
/** Codes of characters begin here; a simple font has 256 of them. */
const FIRST_CODE = 32;

const hex = (value: number, length: number) => value.toString(16).toUpperCase().padStart(length, '0');
const unicodeOf = (character: string) => hex(character.codePointAt(0) ?? 0, 4);
/** A text string of PDF: UTF-16 with a byte order mark, in hexadecimal. */
const textString = (text: string) => `<FEFF${Array.from(text, unicodeOf).join('')}>`;

/**
 * Writes a short text as a PDF of one page (ISO 32000-1). The font is Courier New or what the reader has instead: it is not embedded, so
 * that the file is small and has nobody's rights. Each character of the text gets a code; glyph names (`uni0410`) say how to draw it,
 * the table `ToUnicode` what it means: so the text can be searched, copied and read aloud.
 */
export function writePdf(title: string, text: string): Uint8Array<ArrayBuffer> {
  const lines = text.split('\n').flatMap(wrapLine);
  const characters = [...new Set(lines.join(''))];
  const codeOf = new Map(characters.map((character, i) => [character, FIRST_CODE + i]));
  const shown = lines.map(
    (line) =>
      `<${Array.from(line, (character) => hex(codeOf.get(character) ?? FIRST_CODE, 2)).join('')}> Tj T*`,
  );
  const start = `BT /F1 ${FONT_SIZE} Tf ${LINE_HEIGHT} TL ${PAGE.margin} ${PAGE.height - PAGE.margin} Td`;
  return writeObjects([
    '<< /Type /Catalog /Pages 2 0 R /Lang (ru-RU) >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${PAGE.width} ${PAGE.height}] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>`,
    streamOf(`${start}\n${shown.join('\n')}\nET`),
    fontOf(characters),
    `<< /Type /FontDescriptor /FontName /CourierNew /Flags 33 /FontBBox [-122 -680 623 1021] /ItalicAngle 0 /Ascent 833 /Descent -300 /CapHeight 571 /StemV 50 >>`,
    streamOf(toUnicodeOf(characters)),
    `<< /Title ${textString(title)} >>`,
  ]);
}

/** Breaks a line at spaces, so that no part is longer than fits on the page. */
function wrapLine(line: string): string[] {
  if (line.length <= MAX_LINE_LENGTH) return [line];
  const at = line.lastIndexOf(' ', MAX_LINE_LENGTH);
  const end = at > 0 ? at : MAX_LINE_LENGTH;
  return [line.slice(0, end), ...wrapLine(line.slice(end).trimStart())];
}

const streamOf = (content: string) => `<< /Length ${content.length} >>\nstream\n${content}\nendstream`;

const fontOf = (characters: readonly string[]) =>
  [
    `<< /Type /Font /Subtype /TrueType /BaseFont /CourierNew /FontDescriptor 6 0 R /ToUnicode 7 0 R`,
    `/FirstChar ${FIRST_CODE} /LastChar ${FIRST_CODE + characters.length - 1}`,
    `/Widths [${characters.map(() => GLYPH_WIDTH).join(' ')}]`,
    `/Encoding << /Type /Encoding /Differences [${FIRST_CODE} ${characters.map((character) => `/uni${unicodeOf(character)}`).join(' ')}] >> >>`,
  ].join('\n');

/** Tables of a CMap have at most so many lines. */
const MAX_CMAP_LINES = 100;

/** A CMap: code of a character → what it means in Unicode. */
function toUnicodeOf(characters: readonly string[]): string {
  const rows = characters.map((character, i) => `<${hex(FIRST_CODE + i, 2)}> <${unicodeOf(character)}>`);
  const tables = Array.from({ length: Math.ceil(rows.length / MAX_CMAP_LINES) }, (_, i) =>
    rows.slice(i * MAX_CMAP_LINES, (i + 1) * MAX_CMAP_LINES),
  );
  return [
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap',
    '/CMapName /Okno def /CMapType 2 def',
    '1 begincodespacerange <00> <FF> endcodespacerange',
    ...tables.map((table) => `${table.length} beginbfchar\n${table.join('\n')}\nendbfchar`),
    'endcmap CMapName currentdict /CMap defineresource pop end end',
  ].join('\n');
}

/** Writes objects, numbered from 1, with the table of their places. The first is the catalogue, the last the information. */
function writeObjects(objects: readonly string[]): Uint8Array<ArrayBuffer> {
  let file = '%PDF-1.7\n';
  const places = objects.map((object, i) => {
    const place = file.length;
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const size = objects.length + 1;
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${places.join('')}`;
  const trailer = `trailer\n<< /Size ${size} /Root 1 0 R /Info ${objects.length} 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
  // All of it is ASCII: a character is a byte.
  return new TextEncoder().encode(file + table + trailer);
}
