/** A picture in a HEIC file, as libheif gives it. */
interface HeicPicture {
  get_width(): number;
  get_height(): number;
  /** Writes the points, four bytes each; calls back with nothing where it cannot. */
  display(target: ImageData, done: (points: ImageData | null) => void): void;
}

/** What of libheif (https://github.com/strukturag/libheif, LGPL-3.0) is used. Its file stays apart, as it was published. */
interface LibHeif {
  HeifDecoder: new () => { decode(bytes: Uint8Array): HeicPicture[] };
}

/**
 * Decodes a photo of an iPhone where the browser cannot. The decoder, 0.7 MB, is fetched then only. libheif turns the picture as its
 * metadata say. Rejects where it cannot be read, or the page forbids WebAssembly.
 */
export async function decodeHeic(file: Blob): Promise<ImageBitmap> {
  // @ts-expect-error -- the package describes only its other file
  const { default: start } = (await import('libheif-js/libheif-wasm/libheif-bundle.mjs')) as {
    default: () => LibHeif | Promise<LibHeif>;
  };
  const { HeifDecoder } = await start();
  const [picture] = new HeifDecoder().decode(new Uint8Array(await file.arrayBuffer()));
  if (!picture) throw new Error('There is no picture in the file');
  const points = new ImageData(picture.get_width(), picture.get_height());
  await new Promise<void>((resolve, reject) => {
    picture.display(points, (done) => {
      if (done) resolve();
      else reject(new Error('The picture cannot be decoded'));
    });
  });
  return createImageBitmap(points);
}
