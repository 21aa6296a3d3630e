import { decodeHeic } from './decode-heic.ts';
import { judgePicture, type PictureWarning } from './judge-picture.ts';

/** The longest side of a picture that is sent, in pixels: a page of A4 with 210 dots an inch, in which small print can be read. */
export const LONGEST_SIDE = 2480;
/** The quality of a JPEG, from 0 to 1: the least at which print has no halo that one sees. */
const QUALITY = 0.85;

/** What is done with a picture. */
export interface PictureOrder {
  file: Blob;
  isHeic: boolean;
  /** Quarters of a turn to the right, from 0 to 3. */
  turns: number;
}

/** A picture that is done. */
export interface DonePicture {
  jpeg: Blob;
  warning: PictureWarning | undefined;
}

/**
 * Makes a JPEG of a picture: upright, without metadata, no larger than is legible. Runs in a worker, or where there is none, in the page.
 * Rejects where the browser cannot read the picture.
 */
export async function workOnPicture({ file, isHeic, turns }: PictureOrder): Promise<DonePicture> {
  // Browsers turn a picture as its metadata say.
  const picture = await createImageBitmap(file).catch((error: unknown) => {
    if (!isHeic) throw error;
    return decodeHeic(file);
  });
  const canvas = drawTurned(picture, turns);
  picture.close();
  const jpeg = await canvas.convertToBlob({ type: 'image/jpeg', quality: QUALITY });
  return { jpeg, warning: judgePicture(canvas) };
}

/** Draws a picture, smaller if need be, turned to the right. */
function drawTurned(picture: ImageBitmap, turns: number): OffscreenCanvas {
  const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
  const [width, height] = [Math.round(picture.width * scale), Math.round(picture.height * scale)];
  const isAcross = turns % 2 === 1;
  const canvas = new OffscreenCanvas(isAcross ? height : width, isAcross ? width : height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('The browser draws nothing');
  context.imageSmoothingQuality = 'high';
  // What is seen through in a PNG would be black in a JPEG.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.translate(canvas.width / 2, canvas.height / 2);
  context.rotate((turns * Math.PI) / 2);
  context.drawImage(picture, -width / 2, -height / 2, width, height);
  return canvas;
}
