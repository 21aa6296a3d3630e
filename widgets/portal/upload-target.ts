import type { Portal } from './context.ts';
import type { UploadAddressStore, UploadTarget } from './upload-chunks.ts';

/** A file, and where the address of its upload is kept. */
interface KeptFile {
  file: File;
  key: string;
  addresses: UploadAddressStore | undefined;
}

/** A target whose address is kept. */
interface KeptTarget extends UploadTarget {
  /** Takes the address that the portal has given, in place of the one before. */
  rememberUrl: (url: string) => void;
  /** Lets another upload of this page use the address. */
  release: () => void;
  /** Removes the address: the upload will not be continued. */
  forgetUrl: () => void;
}

/** Addresses of the uploads of this page. Without it the same file, attached twice at once, would go to one address. */
const activeUrls = new Set<string>();

/**
 * Makes the target of an upload. Its address is kept in `sessionStorage` and in `addresses` until the file has arrived, under a hash of
 * name, size and time of change of the file (`storageKey`). So the upload survives a reload of the tab, and an end of the browser.
 *
 */
export async function createTarget(
  { config }: Portal,
  { file, key, addresses }: KeptFile,
): Promise<KeptTarget> {
  const storedUrl = withStorage((storage) => storage.getItem(key)) ?? (await addresses?.get(key)) ?? '';
  const target: KeptTarget = {
    file,
    url: isOurs(storedUrl, config) && !activeUrls.has(storedUrl) ? storedUrl : null,
    rememberUrl(url: string) {
      if (target.url === url) return;
      target.release();
      target.url = url;
      activeUrls.add(url);
      withStorage((storage) => {
        storage.setItem(key, url);
      });
      void addresses?.set(key, url);
    },
    release() {
      if (target.url !== null) activeUrls.delete(target.url);
    },
    forgetUrl() {
      withStorage((storage) => {
        if (storage.getItem(key) === target.url) storage.removeItem(key);
      });
      void addresses?.remove(key);
    },
  };
  return markActive(target);
}

/** Notes the address of a target, where it has one. */
function markActive(target: KeptTarget): KeptTarget {
  if (target.url !== null) activeUrls.add(target.url);
  return target;
}

/**
 * Whether a file may be sent to this address. The host page can write to `sessionStorage`, so only the portal's own addresses count.
 */
const isOurs = (url: string, { portal }: Portal['config']) => url.startsWith(`${portal.origin}/v1/uploads/`);

/**
 * Key of a file. It is hashed, because browsers write `sessionStorage` to the disk as plain text, and the name of a file may say whose it is.
 * On a page without TLS, where the browser cannot hash, the key is what would be hashed: `["https://portal.example","справка.pdf",48211,1]`.
 */
export async function storageKey({ origin }: URL, { name, size, lastModified }: File): Promise<string> {
  const text = JSON.stringify([origin, name, size, lastModified]);
  if (!isSecureContext) return `okno-upload ${text}`;
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return `okno-upload ${hash.join('')}`;
}

/** Uses `sessionStorage`; `undefined` where the browser refuses it. A file starts from its first byte after a reload then. */
function withStorage<T>(use: (storage: Storage) => T): T | undefined {
  try {
    return use(sessionStorage);
  } catch {
    return undefined;
  }
}
