import { writeJson } from '../text/json.ts';
import { newDraft, type Draft } from './draft.ts';

/** Keys in `sessionStorage`: `okno-draft detskiy-sad`. */
const PREFIX = 'okno-draft ';
/** Key in `sessionStorage`: others use this computer. */
const SHARED = 'okno-shared';

/**
 * Keeps the answers of drafts until the tab is closed, in `sessionStorage` and as they are: for pages without TLS, where the browser has
 * no WebCrypto, and for browsers that refuse the vault. Files are not kept. No method throws.
 */
export class TabDrafts<D extends Draft = Draft> {
  /** Whether others use this computer, as the citizen has said in this tab. */
  get isShared(): boolean {
    return withStorage((storage) => storage.getItem(SHARED)) === '1';
  }
  set isShared(isShared: boolean) {
    withStorage((storage) => {
      if (isShared) storage.setItem(SHARED, '1');
      else storage.removeItem(SHARED);
    });
  }

  /** Gives the draft with an id; `undefined` where there is none. */
  load(id: string): D | undefined {
    return withStorage((storage) => {
      const text = storage.getItem(PREFIX + id);
      return text === null ? undefined : ({ ...newDraft(id, ''), ...JSON.parse(text) } as D);
    });
  }

  /** Gives the draft as it is kept now; `undefined` where the browser refuses. */
  save(draft: D): D | undefined {
    return withStorage((storage) => {
      const values = Object.entries(draft.values).filter(([, value]) => !hasFiles(value));
      const saved = { ...draft, savedAt: Date.now() };
      storage.setItem(PREFIX + draft.id, writeJson({ ...saved, values: Object.fromEntries(values) }));
      return saved;
    });
  }

  /** Removes the draft with an id. */
  remove(id: string): void {
    withStorage((storage) => {
      storage.removeItem(PREFIX + id);
    });
  }

  /** Removes all drafts. */
  removeAll(): void {
    withStorage((storage) => {
      for (const key of Object.keys(storage)) if (key.startsWith(PREFIX)) storage.removeItem(key);
    });
  }
}

const hasFiles = (value: unknown): boolean =>
  Array.isArray(value) && value.some((part: object) => 'slice' in part);

function withStorage<T>(use: (storage: Storage) => T): T | undefined {
  try {
    return use(sessionStorage);
  } catch {
    return undefined;
  }
}
