import { brokenPageTexts } from './broken-page-texts.ts';
import { BROKEN_LATE } from './natives.ts';

/** A native of the page gives wrong answers, and the widgets cannot get a clean one. The message is for the webmaster, in Russian. */
export class BrokenPageError extends Error {
  override name = 'BrokenPageError';
}

/**
 * Starts the widgets where no library has replaced anything: `script` is loaded in an empty frame of the same origin. Its code works on
 * the page's document and keeps its own arrays, `JSON`, `fetch` and so on (`cleanRealmBuild` in `widgets/vite.config.ts`). The frame
 * stays as long as the page. `broken` is what `brokenNatives` has found. False where the frame is not possible, and the page can do
 * without: only `fetch` is not the browser's own, and gives whole responses. Rejects with a `BrokenPageError` where it cannot.
 */
export async function startInCleanRealm(broken: readonly string[], script: URL): Promise<boolean> {
  try {
    // The frame itself gives wrong answers too: an extension may be in all frames.
    if ((window as unknown) !== globalThis) throw new Error('The frame is not clean');
    await loadInFrame(script);
    return true;
  } catch (cause) {
    if (await canDoWithout(broken, script)) return false;
    throw new BrokenPageError(brokenPageTexts.refusal(broken), { cause });
  }
}

/**
 * Called when natives are found broken after the widgets have started: the next load of the page in this tab starts in the clean realm.
 * Rejects, unless the widgets can go on: only `fetch` was wrapped, as counters do that come late, and gives the whole of `file`.
 */
export async function refuseLate(broken: readonly string[], file: URL): Promise<void> {
  rememberBrokenLate();
  if (await canDoWithout(broken, file)) return;
  throw new BrokenPageError(brokenPageTexts.refusal(broken), { cause: 'late' });
}

/**
 * Called when natives are found broken just before a form is sent. The next load of the page in this tab starts in the clean realm.
 * Gives the sentence for the citizen.
 */
export function reportBrokenLate(broken: readonly string[]): string {
  console.error(brokenPageTexts.late(broken));
  rememberBrokenLate();
  return brokenPageTexts.reload;
}

function rememberBrokenLate(): void {
  try {
    sessionStorage.setItem(BROKEN_LATE, 'yes');
  } catch {
    // The next load may come to the same end; the answers are kept.
  }
}

async function loadInFrame(script: URL): Promise<void> {
  const frame = document.createElement('iframe');
  frame.style.setProperty('display', 'none', 'important');
  frame.title = brokenPageTexts.frameTitle;
  // Firefox replaces the first document of a frame a moment later.
  const isThere = new Promise((resolve) => (frame.onload = resolve));
  document.documentElement.appendChild(frame);
  try {
    await isThere;
    const inner = frame.contentDocument;
    if (!inner) throw new Error('The page has no access to its own frame');
    const element = inner.createElement('script');
    element.type = 'module';
    const { nonce } = document.querySelector<HTMLScriptElement>('script[nonce]') ?? element;
    if (nonce) element.nonce = nonce;
    await new Promise((resolve, reject) => {
      element.onload = resolve;
      element.onerror = reject;
      element.src = script.href;
      inner.documentElement.appendChild(element);
    });
  } catch (error) {
    frame.remove();
    throw error;
  }
}

/** Whether only `fetch` is not the browser's own, and gives whole responses. */
const canDoWithout = async (broken: readonly string[], file: URL) =>
  broken.every((name) => name === 'fetch') && (await givesWholeResponses(file));

/** Whether the page's `fetch` gives all of a response that the widgets use. */
async function givesWholeResponses(url: URL): Promise<boolean> {
  try {
    const response = await fetch(url);
    return (await response.arrayBuffer()).byteLength > 0 && !!response.headers.get('Content-Type');
  } catch {
    return false;
  }
}
