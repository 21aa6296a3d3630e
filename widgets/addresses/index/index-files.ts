import { AddressesError } from './errors.ts';
import { FORMAT_VERSION, HASH_LENGTH, type Manifest, type Shard } from './format.ts';

/** Most characters of an unpacked file. The longest root has a tenth of this. */
const MAX_FILE_LETTERS = 8_000_000;
/** A valid `FileRef`. */
const REF = new RegExp(`^[0-9a-f]{${HASH_LENGTH}}\\d+$`);

/**
 * Fetches the files of an index, each once, and checks that they are the files that the manifest and the root name. Methods reject
 * with an `AddressesError`: `offline` if a file cannot be fetched, `outdated` if it is another file.
 */
export class IndexFiles {
  readonly #base: URL;
  readonly #fetch: typeof fetch;
  /** File name → its decoded value, also while it is being fetched. */
  readonly #cache = new Map<string, Promise<unknown>>();
  #skipsHttpCache = false;

  /** `base` is the folder of `manifest.json`; it ends with a slash. */
  constructor(base: URL, fetcher: typeof fetch) {
    this.#base = base;
    this.#fetch = fetcher;
  }

  /** Forgets all files. From now on files are fetched past the browser's cache: it may hold a damaged one. */
  clear(): void {
    this.#cache.clear();
    this.#skipsHttpCache = true;
  }

  /** The manifest, which the browser revalidates with the server. */
  manifest(): Promise<Manifest> {
    const file = 'manifest.json';
    return this.#cached(file, async () =>
      decodeOrThrow(file, await this.#fetchBytes(file, 'no-cache'), parseManifest),
    );
  }

  /** Another JSON file of the folder, such as `districts.json`; `undefined` if there is none. */
  readJson(file: string): Promise<unknown> {
    return this.#cached(file, async () => {
      const bytes = await this.#fetchBytes(file, 'no-cache');
      return bytes && decodeOrThrow<unknown>(file, bytes, parseJson);
    });
  }

  /** Fetches and decodes a file. Later calls get the same decoded value. */
  readShard<Value>(shard: Shard, decode: (text: string) => Value): Promise<Value> {
    const { file } = shard;
    return this.#cached(file, async () => {
      // The name contains the hash, so a cached file is never out of date.
      const bytes = await this.#fetchBytes(file, this.#skipsHttpCache ? 'reload' : 'force-cache');
      return decodeOrThrow(file, bytes, async (packed) => decode(await unpackShard(packed, shard)));
    });
  }

  /** The value of a file from the cache, or else from `read`. Keeps the promise: simultaneous calls fetch once. Keeps no failure. */
  #cached<Value>(file: string, read: () => Promise<Value>): Promise<Value> {
    const cached = this.#cache.get(file);
    if (cached) return cached as Promise<Value>;
    const value = read();
    value.catch(() => {
      if (this.#cache.get(file) === value) this.#cache.delete(file);
    });
    this.#cache.set(file, value);
    return value;
  }

  /** The bytes of a file; `undefined` if there is no such file (404, 410). */
  async #fetchBytes(file: string, cache: RequestCache): Promise<ArrayBuffer | undefined> {
    const url = new URL(file, this.#base);
    try {
      const response = await this.#fetch(url, { cache }).catch((error: unknown) => {
        // Offline, an older manifest from the browser's cache is better than none.
        if (cache === 'no-cache') return this.#fetch(url, { cache: 'force-cache' });
        throw error;
      });
      if (response.ok) return await response.arrayBuffer();
      if (response.status === 404 || response.status === 410) return undefined;
      // The browser's cache may hold an answer of a server that was out of order.
      if (cache === 'force-cache') return await this.#fetchBytes(file, 'reload');
      throw new RangeError(`status ${response.status}`);
    } catch (cause) {
      throw new AddressesError('offline', `${file} does not come`, { cause });
    }
  }
}

/** Decodes a file. If its bytes are missing or `decode` throws, it is not the file that was promised: an `outdated` error. */
async function decodeOrThrow<Value>(
  file: string,
  bytes: ArrayBuffer | undefined,
  decode: (bytes: ArrayBuffer) => Value | Promise<Value>,
): Promise<Value> {
  let cause: unknown;
  try {
    if (bytes) return await decode(bytes);
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

/** The text of a packed file. Throws if its size or hash is not the promised one, or if it cannot be unpacked. */
async function unpackShard(bytes: ArrayBuffer, { file, size }: Shard): Promise<string> {
  if (bytes.byteLength !== size || !(await hasHash(bytes, file))) throw new RangeError('other bytes');
  return readText(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip')));
}

/** The text of a stream. Throws if it is too long: a few bytes of gzip can unpack to gigabytes. */
async function readText(stream: ReadableStream<Uint8Array>): Promise<string> {
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

/** Whether bytes have the hash in the name of their file. Pages over plain HTTP have no `crypto.subtle`: there it is always true. */
async function hasHash(bytes: ArrayBuffer, file: string): Promise<boolean> {
  // oxlint-disable-next-line typescript/no-unnecessary-condition -- absent in insecure contexts
  if (!globalThis.crypto?.subtle) return true;
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const hex = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return file.endsWith(`-${hex.slice(0, HASH_LENGTH)}.bin`);
}
