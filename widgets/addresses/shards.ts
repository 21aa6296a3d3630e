import { AddressesError } from './errors.ts';
import { FORMAT, HASH_LENGTH, type Manifest, type Shard } from './format.ts';

/** Fetches the files of an index and lets through only those that the manifest and the root promise. */
export class Shards {
  readonly #base: URL;
  readonly #fetch: typeof fetch;
  #text = new Map<string, Promise<string>>();
  #manifest: Promise<Manifest> | undefined;
  #reload = false;

  /** `base` is the folder of `manifest.json`; it ends with a slash. */
  constructor(base: URL, fetcher: typeof fetch) {
    this.#base = base;
    this.#fetch = fetcher;
  }

  /** Forgets all that was fetched; what comes next passes by the browser's cache. */
  forget(): void {
    this.#text.clear();
    this.#manifest = undefined;
    this.#reload = true;
  }

  manifest(): Promise<Manifest> {
    this.#manifest ??= this.#readManifest().catch((error: unknown) => {
      this.#manifest = undefined;
      throw error;
    });
    return this.#manifest;
  }

  /** The text of a file; fetched once. */
  text(shard: Shard): Promise<string> {
    let text = this.#text.get(shard.file);
    if (!text) {
      text = this.#readText(shard);
      text.catch(() => this.#text.delete(shard.file));
      this.#text.set(shard.file, text);
    }
    return text;
  }

  async #readManifest(): Promise<Manifest> {
    const response = await this.#get('manifest.json', 'no-cache');
    try {
      const manifest = (await response.json()) as Partial<Manifest> | null;
      if (manifest?.format === FORMAT && manifest.date && manifest.regions)
        return { format: FORMAT, date: manifest.date, regions: manifest.regions };
    } catch (error) {
      throw new AddressesError('outdated', 'manifest.json is not JSON', { cause: error });
    }
    throw new AddressesError('outdated', 'manifest.json has another format');
  }

  async #readText({ file, size }: Shard): Promise<string> {
    const response = await this.#get(file, this.#reload ? 'reload' : 'default');
    const bytes = await response.arrayBuffer().catch((error: unknown) => {
      throw new AddressesError('offline', `${file} broke off`, { cause: error });
    });
    if (bytes.byteLength !== size || !(await hasHash(bytes, file)))
      throw new AddressesError('outdated', `${file} is not the file that was promised`);
    try {
      const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
      return await new Response(stream).text();
    } catch (error) {
      throw new AddressesError('outdated', `${file} does not unpack`, { cause: error });
    }
  }

  async #get(file: string, cache: RequestCache): Promise<Response> {
    let response: Response;
    try {
      response = await this.#fetch(new URL(file, this.#base), { cache });
    } catch (error) {
      throw new AddressesError('offline', `${file} does not come`, { cause: error });
    }
    if (response.ok) return response;
    const gone = response.status === 404 || response.status === 410;
    throw new AddressesError(gone ? 'outdated' : 'offline', `${file}: status ${response.status}`);
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
