/** What a test does with the field for files. The functions run in the page: they need nothing around them. */

/** A file to choose: its bytes in base64, and zeros behind them up to `size`. */
export interface FileInPage {
  name: string;
  type: string;
  base64: string;
  size?: number | undefined;
}

/** What the field shows. */
export interface ShownField {
  text: string;
  /** Its files; `id` is empty for one that the portal does not have. */
  files: { id: string; name: string }[];
}

type FieldElement = HTMLElement & { value: { id?: string; name: string }[] };

/** Makes pictures, as a camera would, in base64. */
export async function makePhotos(): Promise<Record<'small' | 'large' | 'png' | 'widePng' | 'webp', string>> {
  return {
    small: await picture(400, 300, 'image/jpeg'),
    large: await picture(4000, 3000, 'image/jpeg'),
    png: await picture(400, 300, 'image/png'),
    widePng: await picture(3000, 300, 'image/png'),
    webp: await picture(400, 300, 'image/webp'),
  };

  async function picture(width: number, height: number, type: string): Promise<string> {
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
    for (let line = 0; line < height; line += 20) {
      context.fillStyle = (line / 20) % 2 ? '#fff' : '#035';
      context.fillRect(0, line, width, 20);
    }
    const bytes = new Uint8Array(await (await canvas.convertToBlob({ type, quality: 0.95 })).arrayBuffer());
    let text = '';
    for (const byte of bytes) text += String.fromCharCode(byte);
    return btoa(text);
  }
}

/** Chooses files in the field of a question. */
export function chooseInField(id: string, files: FileInPage[]): void {
  const form = document.querySelector('okno-application-form');
  const input = form?.shadowRoot
    ?.querySelector(`#${id}`)
    ?.shadowRoot?.querySelector<HTMLInputElement>('input[type=file]');
  if (!input) throw new Error(`There is no field ${id}`);
  const chosen = new DataTransfer();
  for (const { name, type, base64, size } of files) {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const rest = new Uint8Array(Math.max(0, (size ?? 0) - bytes.length));
    chosen.items.add(new File([bytes, rest], name, { type, lastModified: 1 }));
  }
  input.files = chosen.files;
  input.dispatchEvent(new Event('change'));
}

/** Reads the field of a question. */
export function readField(id: string): ShownField {
  const form = document.querySelector('okno-application-form');
  const field = form?.shadowRoot?.querySelector<FieldElement>(`#${id}`);
  return {
    text: field?.shadowRoot?.querySelector('.content')?.textContent.replace(/\s+/g, ' ') ?? '',
    files: (field?.value ?? []).map((file) => ({ id: file.id ?? '', name: file.name })),
  };
}

/** Removes all files of the field of a question. */
export async function emptyField(id: string): Promise<void> {
  const form = document.querySelector('okno-application-form');
  const field = form?.shadowRoot?.querySelector<FieldElement>(`#${id}`);
  for (let tries = 0; field?.value.length && tries < 50; tries++) {
    field.shadowRoot?.querySelector<HTMLElement>('.file .acts button:last-of-type')?.click();
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
