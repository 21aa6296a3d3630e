import { expect } from 'chai';

import { readJpegHead } from './picture-head.ts';
import { UnreadablePictureError, prepareFile, turnPicture } from './prepare-file.ts';

/** Metadata with an orientation, and with the place where it was taken, as a camera writes them. */
const metadata = (orientation: number) => {
  const text = new TextEncoder().encode('GPS 53.3474 83.7783');
  const head = [
    0x4d,
    0x4d,
    0,
    42,
    0,
    0,
    0,
    8,
    0,
    1,
    0x01,
    0x12,
    0,
    3,
    0,
    0,
    0,
    1,
    0,
    orientation,
    0,
    0,
    0,
    0,
    0,
    0,
  ];
  return new Uint8Array([
    0xff,
    0xe1,
    0,
    8 + head.length + text.length,
    0x45,
    0x78,
    0x69,
    0x66,
    0,
    0,
    ...head,
    ...text,
  ]);
};

/** Where the first segment (JFIF) of a picture ends that a browser has made. */
const JFIF = 20;

/** A photo: its upper half is red, the lower one blue. */
async function photo(
  width: number,
  height: number,
  { orientation = 1, type = 'image/jpeg', name = 'снимок.jpg' } = {},
) {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
  context.fillStyle = '#f00';
  context.fillRect(0, 0, width, height);
  context.fillStyle = '#00f';
  context.fillRect(0, height / 2, width, height);
  const picture = await canvas.convertToBlob({ type, quality: 0.95 });
  const parts =
    type === 'image/jpeg' ? [picture.slice(0, JFIF), metadata(orientation), picture.slice(JFIF)] : [picture];
  return new File(parts, name, { type, lastModified: 7 });
}

const bytesOf = async (file: Blob) => new Uint8Array(await file.arrayBuffer());
const textOf = async (file: Blob) => new TextDecoder('latin1').decode(await file.arrayBuffer());

/** Whether a point of a picture is red, at a share of its width and height. */
async function isRed(file: Blob, x: number, y: number): Promise<boolean> {
  const picture = await createImageBitmap(file);
  const canvas = new OffscreenCanvas(picture.width, picture.height);
  const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
  context.drawImage(picture, 0, 0);
  const [red = 0] = context.getImageData(x * picture.width, y * picture.height, 1, 1).data;
  return red > 128;
}

describe('prepareFile', () => {
  it('makes a photo upright, legible, and without the place where it was taken', async () => {
    const taken = await photo(4000, 3000, { orientation: 6 });
    const { file } = await prepareFile(taken);
    expect(file).to.include({ name: 'снимок.jpg', type: 'image/jpeg', lastModified: 7 });
    expect(file.size).to.be.below(taken.size);
    expect(readJpegHead(await bytesOf(file))).to.include({ orientation: 1, width: 1860, height: 2480 });
    expect(await textOf(file)).not.to.include('GPS');
    expect([await isRed(file, 0.9, 0.5), await isRed(file, 0.1, 0.5)]).to.deep.equal([true, false]);
  });

  it('leaves alone what is so already, and a PDF', async () => {
    const { file: ready } = await prepareFile(await photo(800, 600));
    const screenshot = await photo(80, 60, { type: 'image/png' });
    for (const file of [ready, screenshot, new File(['%PDF-1.7'], 'справка.pdf')])
      expect((await prepareFile(file)).file).to.equal(file);
  });

  it('makes a JPEG of other pictures that the browser knows', async () => {
    const { file } = await prepareFile(
      await photo(3000, 60, { type: 'image/png', name: 'снимок экрана.PNG' }),
    );
    expect(file).to.include({ name: 'снимок экрана.jpg', type: 'image/jpeg' });
  });

  it('says that it cannot open a picture', async () => {
    const broken = new File([new Uint8Array([0, 0, 0, 24]), 'ftypheic', 'broken'], 'IMG_1.HEIC');
    const error: unknown = await prepareFile(broken).catch((thrown: unknown) => thrown);
    expect(error).to.be.instanceOf(UnreadablePictureError);
  });

  it('turns a picture by a quarter to the right', async () => {
    const turned = await turnPicture(await photo(400, 300));
    expect(readJpegHead(await bytesOf(turned))).to.include({ width: 300, height: 400 });
    expect([await isRed(turned, 0.9, 0.5), await isRed(turned, 0.1, 0.5)]).to.deep.equal([true, false]);
  });
});
