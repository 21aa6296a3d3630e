import { AddressesError } from './errors.ts';
import { FORMAT_VERSION, HASH_LENGTH, type Manifest, type Shard } from './format.ts';

/** No file of an index has more letters: the longest root has a tenth of it. */
const MAX_FILE_LETTERS = 8_000_000;
const REF = new RegExp(`^[0-9a-f]{${HASH_LENGTH}}\\d+$`);

/** Fetches the files of an index and lets through only those that the manifest and the root promise. */
export class IndexFiles {
  readonly #base: URL;
  readonly #fetch: typeof fetch;
  readonly #cache = new Map<string, Promise<unknown>>();
  #skipsHttpCache = false;

  /** `base` is the folder of `manifest.json`; it ends with a slash. */
  constructor(base: URL, fetcher: typeof fetch) {
    this.#base = base;
    this.#fetch = fetcher;
  }

  /** Forgets all that was fetched; what comes next passes by the browser's cache. */
  clear(): void {
    this.#cache.clear();
    this.#skipsHttpCache = true;
  }

  manifest(): Promise<Manifest> {
    const file = 'manifest.json';
    return this.#cached(file, async () =>
      decodeOrThrow(file, await this.#bytes(file, 'no-cache'), parseManifest),
    );
  }

  /** Any other small file of the folder, as JSON; `undefined` where there is none. */
  json(file: string): Promise<unknown> {
    return this.#cached(file, async () => {
      const bytes = await this.#bytes(file, 'no-cache');
      return bytes && decodeOrThrow<unknown>(file, bytes, parseJson);
    });
  }

  /** A file, fetched and decoded once. */
  read<Value>(shard: Shard, decode: (text: string) => Value): Promise<Value> {
    const { file } = shard;
    return this.#cached(file, async () => {
      // What lies under such a name never changes.
      const bytes = await this.#bytes(file, this.#skipsHttpCache ? 'reload' : 'force-cache');
      return decodeOrThrow(file, bytes, async (all) => decode(await unpackShard(all, shard)));
    });
  }

  #cached<Value>(file: string, read: () => Promise<Value>): Promise<Value> {
    const kept = this.#cache.get(file);
    if (kept) return kept as Promise<Value>;
    const reading = read();
    reading.catch(() => {
      if (this.#cache.get(file) === reading) this.#cache.delete(file);
    });
    this.#cache.set(file, reading);
    return reading;
  }

  /** `undefined` where there is no such file. */
  async #bytes(file: string, cache: RequestCache): Promise<ArrayBuffer | undefined> {
    const url = new URL(file, this.#base);
    try {
      const response = await this.#fetch(url, { cache }).catch((error: unknown) => {
        // Without a connection an older manifest, kept by the browser, is better than none.
        if (cache === 'no-cache') return this.#fetch(url, { cache: 'force-cache' });
        throw error;
      });
      if (response.ok) return await response.arrayBuffer();
      if (response.status === 404 || response.status === 410) return undefined;
      throw new RangeError(`status ${response.status}`);
    } catch (cause) {
      throw new AddressesError('offline', `${file} does not come`, { cause });
    }
  }
}

/** What `read` makes of a file: what it does not take is not the file that was promised. */
async function decodeOrThrow<Value>(
  file: string,
  bytes: ArrayBuffer | undefined,
  read: (bytes: ArrayBuffer) => Value | Promise<Value>,
): Promise<Value> {
  let cause: unknown;
  try {
    if (bytes) return await read(bytes);
  } catch (error) {
    cause = error;
  }
  throw new AddressesError('outdated', `${file} is not the file that was promised`, { cause });
}

const parseJson = (bytes: ArrayBuffer): unknown => JSON.parse(new TextDecoder().decode(bytes));

function parseManifest(bytes: ArrayBuffer): Manifest {
  const manifest = parseJson(bytes);
  const { format, date, regions } = (manifest ?? {}) as Partial<Manifest>;
  const isManifest =
    format === FORMAT_VERSION &&
    date &&
    regions &&
    Object.values<unknown>(regions).every((ref) => typeof ref === 'string' && REF.test(ref));
  if (!isManifest) throw new RangeError(`no manifest of format ${FORMAT_VERSION}`);
  return manifest as Manifest;
}

/** The text of a file. Throws where it has another size or hash than was promised, or does not unpack. */
async function unpackShard(bytes: ArrayBuffer, { file, size }: Shard): Promise<string> {
  if (bytes.byteLength !== size || !(await hasHash(bytes, file))) throw new RangeError('other bytes');
  return readLimited(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip')));
}

/** The text of a stream, which may be only so long: a few bytes of gzip can stand for gigabytes. */
async function readLimited(stream: ReadableStream<Uint8Array>): Promise<string> {
  const decoder = new TextDecoder('windows-1251');
  const reader = stream.getReader();
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text;
    text += decoder.decode(value, { stream: true });
    if (text.length > MAX_FILE_LETTERS) {
      await reader.cancel();
      throw new RangeError(`more than ${MAX_FILE_LETTERS} bytes`);
    }
  }
}

/** The name of a file tells its hash. Pages without a secure context have no `crypto.subtle`: there the length must do. */
async function hasHash(bytes: ArrayBuffer, file: string): Promise<boolean> {
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition -- absent in insecure contexts
  if (!globalThis.crypto?.subtle) return true;
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const hex = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return file.endsWith(`-${hex.slice(0, HASH_LENGTH)}.bin`);
}
