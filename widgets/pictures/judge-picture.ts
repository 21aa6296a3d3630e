/** What may be wrong with a picture of a document. The citizen may leave it as it is. */
export type PictureWarning = 'empty' | 'dark' | 'blurred';

/** The longest side of the small copy that is looked at, in pixels. */
const SIDE = 800;
/** Steps of brightness, of 255, between the darkest and the lightest parts of a page: one without anything on it has fewer. */
const EMPTY_BELOW = 40;
/** Brightness of the lightest parts, of 255: paper is lighter. */
const DARK_BELOW = 90;
/** How sharp the sharpest parts are, as a share of that difference: letters of a blurred page are below it. */
const BLURRED_BELOW = 0.22;

/** Looks whether something can be read in a picture; `undefined` where it seems so. */
export function judgePicture(picture: OffscreenCanvas): PictureWarning | undefined {
  const scale = Math.min(1, SIDE / Math.max(picture.width, picture.height));
  const [width, height] = [Math.ceil(picture.width * scale), Math.ceil(picture.height * scale)];
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (!context) return undefined;
  context.drawImage(picture, 0, 0, width, height);
  return judgeGrey(greyOf(context.getImageData(0, 0, width, height).data), width);
}

/** Judges a picture by the brightness of its points, from 0 to 255, line by line. */
function judgeGrey(grey: Uint8Array, width: number): PictureWarning | undefined {
  // A shining edge or a speck says nothing: one point of a hundred on each side is left out.
  const sorted = grey.slice().sort();
  const [darkest, lightest] = [share(sorted, 0.01), share(sorted, 0.99)];
  const contrast = lightest - darkest;
  if (lightest < DARK_BELOW) return 'dark';
  if (contrast < EMPTY_BELOW) return 'empty';
  return share(edgesOf(grey, width).sort(), 0.998) < BLURRED_BELOW * contrast ? 'blurred' : undefined;
}

const share = (sorted: Uint8Array, part: number) => sorted[Math.floor((sorted.length - 1) * part)] ?? 0;

/** How much each point differs from the points beside it (Laplace operator). */
function edgesOf(grey: Uint8Array, width: number): Uint8Array {
  const at = (i: number) => grey[i] ?? 0;
  return grey.map((_, i) => {
    const column = i % width;
    if (i < width || i >= grey.length - width || column === 0 || column === width - 1) return 0;
    const around = (at(i - 1) + at(i + 1) + at(i - width) + at(i + width)) / 4;
    return Math.abs(at(i) - around);
  });
}

/** Brightness of points (ITU-R BT.601). */
function greyOf(rgba: Uint8ClampedArray): Uint8Array {
  const at = (i: number) => rgba[i] ?? 0;
  return Uint8Array.from(
    { length: rgba.length / 4 },
    (_, i) => at(i * 4) * 0.299 + at(i * 4 + 1) * 0.587 + at(i * 4 + 2) * 0.114,
  );
}
