import type * as v from 'valibot';

import type { Portal } from './context.ts';
import { OfflineError, PortalError } from './errors.ts';
import { fetchJson, parseProblem } from './http.ts';
import { postJson, type SendResult } from './post-json.ts';

/** What a case is: an application or a complaint. Both have numbers of the same kind. */
export type CaseKind = 'application' | 'complaint';

/** What opens a case: its number, with its code, or with an empty one where the session of the applicant opens it. */
export interface CaseKeys {
  kind: CaseKind;
  number: string;
  code: string;
}

/** A request that changes something in a case. */
interface CaseChange<S extends v.GenericSchema> {
  method?: 'POST' | 'PUT' | 'PATCH';
  /** Behind the address of the case: `/answers`. */
  path: string;
  input: unknown;
  schema: S;
  /** The `Idempotency-Key`. Without one the request is never repeated. */
  key?: string;
}

/** A file from the portal, for the device to save. */
export interface Download {
  content: Blob;
  name: string;
}

/**
 * The way to one case. Whoever has its number and code reads and changes it without signing in. What is sensitive needs a confirmation
 * besides (`confirm`), which is kept in memory: it is gone with the page.
 */
export class OpenCase {
  readonly portal: Portal;
  readonly keys: CaseKeys;
  #confirmation: string | undefined;

  constructor(portal: Portal, keys: CaseKeys) {
    this.portal = portal;
    this.keys = keys;
  }

  /** Whether only the session of the applicant opens the case, and it is over. */
  get isSignedOut(): boolean {
    return !this.keys.code && !this.portal.session.isSignedIn;
  }

  /** Remembers what the portal has given for a code that it had sent to the applicant. */
  confirm(confirmation: string): void {
    this.#confirmation = confirmation;
  }

  /** Fetches something of the case, `/history`, or with an empty path the case itself. Rejects as `fetchJson` does. */
  read<S extends v.GenericSchema>(path: string, schema: S, signal?: AbortSignal): Promise<v.InferOutput<S>> {
    return fetchJson(this.portal, { url: this.#url(path), schema, headers: this.#headers, signal });
  }

  /** Changes something in the case. With a key the portal does it once, however often it is sent. */
  send<S extends v.GenericSchema>({ path, ...change }: CaseChange<S>): Promise<SendResult<v.InferOutput<S>>> {
    return postJson(this.portal, { ...change, path: this.#url(path).pathname, headers: this.#headers });
  }

  /** Fetches a file. It is for saving: nothing that a portal sends is opened on the page of the host. */
  async download(path: string, name: string): Promise<Download> {
    const response = await this.#request(path);
    return { content: await response.blob(), name };
  }

  /** Fetches a text that is no JSON: a picture as SVG. */
  async readText(path: string): Promise<string> {
    return (await this.#request(path)).text();
  }

  /** Removes something of the case: `/visits`. However often it is sent, it is gone. */
  async remove(path: string): Promise<void> {
    await this.#request(path, 'DELETE');
  }

  async #request(path: string, method = 'GET'): Promise<Response> {
    const { pathname } = this.#url(path);
    const response = await this.portal.session
      .send(pathname, { method, headers: this.#headers, credentials: 'omit' })
      .catch((cause: unknown) => {
        throw new OfflineError('The portal did not answer', { cause });
      });
    if (response.ok) return response;
    const { ok, status, headers } = response;
    throw new PortalError(status, parseProblem({ ok, status, headers, text: await response.text() }));
  }

  #url(path: string): URL {
    const { kind, number } = this.keys;
    return new URL(`/v1/${kind}s/${encodeURIComponent(number)}${path}`, this.portal.config.portal);
  }

  get #headers(): Record<string, string> {
    const { code } = this.keys;
    return {
      ...(code && { 'Okno-Case-Code': code }),
      ...(this.#confirmation !== undefined && { 'Okno-Case-Access': this.#confirmation }),
    };
  }
}
