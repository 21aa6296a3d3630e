import * as v from 'valibot';

import {
  ApplicationCreatedSchema,
  ApplicationStatusSchema,
  type ApplicationCreated,
  type ApplicationInput,
  type ApplicationStatus,
} from '../contract/application.ts';
import { ComplaintCreatedSchema, type ComplaintCreated, type ComplaintInput } from '../contract/complaint.ts';
import {
  CatalogueSchema,
  FormDefinitionSchema,
  type Catalogue,
  type FormDefinition,
} from '../contract/form.ts';
import { ProblemSchema, type FieldError } from '../contract/problem.ts';
import { RatingCreatedSchema, type RatingCreated, type RatingInput } from '../contract/rating.ts';
import { ProfileSchema, type Profile } from '../contract/session.ts';
import { UploadSchema, type Upload } from '../contract/values.ts';
import type { Config } from './config.ts';
import { OfflineError, PortalError } from './errors.ts';
import type { Session } from './session.ts';

/** The portal has stored what was sent, or names what is wrong with it field by field. */
export type Sent<T> = { result: 'accepted'; value: T } | { result: 'invalid'; fields: FieldError[] };

interface Call {
  method?: 'POST';
  headers?: Record<string, string>;
  body?: string | Blob;
  signal?: AbortSignal | undefined;
  /** Milliseconds that one try may take. */
  timeout?: number;
  /** Whether sending it again cannot do it twice. */
  repeatable: boolean;
}

/** Milliseconds before the second and the third try; the real pause is random up to that (full jitter). */
const PAUSES = [400, 1600];
const TIMEOUT = 30_000;
/** A photo over a village's connection. */
const UPLOAD_TIMEOUT = 600_000;
/** The server did not do it and may do it soon (RFC 9110, 15.6). */
const PASSING = [502, 503, 504];

/** The portal's API. Every answer is parsed; an answer that is not as the contract says is a `PortalError`. */
export class PortalClient {
  readonly #config: Config;
  readonly #session: Session;

  constructor(config: Config, session: Session) {
    this.#config = config;
    this.#session = session;
  }

  /** The form of a service; `undefined` when the region has none by that name. */
  async form(service: string, signal?: AbortSignal): Promise<FormDefinition | undefined> {
    if (!/^[a-z0-9-]+$/.test(service)) return undefined;
    const url = new URL(`${service}.json`, this.#config.forms);
    return this.#found(url, FormDefinitionSchema, { signal, repeatable: true });
  }

  async catalogue(signal?: AbortSignal): Promise<Catalogue> {
    return parse(CatalogueSchema, await this.#fetch(this.#config.catalogue, { signal, repeatable: true }));
  }

  /** Sends an application. The same key gives the same answer, however often it is sent. */
  async apply(input: ApplicationInput, key: string): Promise<Sent<ApplicationCreated>> {
    return this.#send('/v1/applications', input, ApplicationCreatedSchema, key);
  }

  /** Where an application stands; `undefined` when number and code do not belong together. */
  async status(number: string, code: string, signal?: AbortSignal): Promise<ApplicationStatus | undefined> {
    return this.#found(this.#url(`/v1/applications/${encodeURIComponent(number)}`), ApplicationStatusSchema, {
      headers: { 'Okno-Case-Code': code },
      signal,
      repeatable: true,
    });
  }

  async rate(input: RatingInput): Promise<Sent<RatingCreated>> {
    return this.#send('/v1/ratings', input, RatingCreatedSchema);
  }

  async complain(input: ComplaintInput, key: string): Promise<Sent<ComplaintCreated>> {
    return this.#send('/v1/complaints', input, ComplaintCreatedSchema, key);
  }

  /** Stores a file with the portal: tus 1.0, creation with upload. https://tus.io/protocols/resumable-upload */
  async upload(file: File, signal?: AbortSignal): Promise<Upload> {
    const name = btoa(String.fromCharCode(...new TextEncoder().encode(file.name)));
    const response = await this.#fetch(this.#url('/v1/uploads'), {
      method: 'POST',
      headers: {
        'Tus-Resumable': '1.0.0',
        'Upload-Length': String(file.size),
        'Upload-Metadata': `filename ${name}`,
        'Content-Type': 'application/offset+octet-stream',
      },
      body: file,
      signal,
      timeout: UPLOAD_TIMEOUT,
      repeatable: true,
    });
    return parse(UploadSchema, response);
  }

  /** What the portal knows of the citizen who has signed in. */
  async profile(): Promise<Profile> {
    return parse(ProfileSchema, await this.#fetch(this.#url('/v1/profile'), { repeatable: true }));
  }

  #url(path: string): URL {
    return new URL(path, this.#config.portal);
  }

  async #found<S extends v.GenericSchema>(
    url: URL,
    schema: S,
    call: Call,
  ): Promise<v.InferOutput<S> | undefined> {
    try {
      return await parse(schema, await this.#fetch(url, call));
    } catch (error) {
      if (error instanceof PortalError && error.status === 404) return undefined;
      throw error;
    }
  }

  async #send<S extends v.GenericSchema>(
    path: string,
    input: unknown,
    schema: S,
    key?: string,
  ): Promise<Sent<v.InferOutput<S>>> {
    try {
      const response = await this.#fetch(this.#url(path), {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          ...(key !== undefined && { 'Idempotency-Key': `"${key}"` }),
        },
        body: JSON.stringify(input),
        repeatable: key !== undefined,
      });
      return { result: 'accepted', value: await parse(schema, response) };
    } catch (error) {
      const fields = error instanceof PortalError && error.problem?.errors;
      if (fields) return { result: 'invalid', fields };
      throw error;
    }
  }

  async #fetch(url: URL, call: Call): Promise<Response> {
    for (let attempt = 0; ; attempt++) {
      const pause = call.repeatable ? PAUSES[attempt] : undefined;
      const response = await this.#try(url, call).catch((error: unknown) => {
        if (call.signal?.aborted) throw error;
        if (pause === undefined) throw new OfflineError('The portal did not answer', { cause: error });
      });
      if (response?.ok) return response;
      if (response) {
        const problem = await problemOf(response);
        // The session is over: the call goes on without it, as of one who has not signed in.
        if (problem?.type === 'signed-out' && this.#session.token !== undefined) this.#session.signOut();
        else if (pause === undefined || !(PASSING.includes(response.status) || problem?.type === 'in-flight'))
          throw new PortalError(response.status, problem);
      }
      await new Promise((resolve) => setTimeout(resolve, Math.random() * (pause ?? 0)));
    }
  }

  /** One try: rejects when no answer comes within the time. */
  async #try(url: URL, { method, headers, body, signal, timeout = TIMEOUT }: Call): Promise<Response> {
    const token = url.origin === this.#config.portal.origin ? this.#session.token : undefined;
    const abort = new AbortController();
    const stop = () => {
      abort.abort();
    };
    const timer = setTimeout(stop, timeout);
    signal?.addEventListener('abort', stop, { once: true });
    try {
      return await fetch(url, {
        credentials: 'omit',
        signal: abort.signal,
        headers: { ...headers, ...(token !== undefined && { Authorization: `Bearer ${token}` }) },
        ...(method && { method }),
        ...(body !== undefined && { body }),
      });
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', stop);
    }
  }
}

async function problemOf(response: Response) {
  if (!response.headers.get('Content-Type')?.startsWith('application/problem+json')) return undefined;
  const parsed = v.safeParse(ProblemSchema, await response.json().catch(() => undefined));
  return parsed.success ? parsed.output : undefined;
}

async function parse<S extends v.GenericSchema>(schema: S, response: Response): Promise<v.InferOutput<S>> {
  try {
    return v.parse(schema, await response.json());
  } catch (error) {
    throw new PortalError(response.status, undefined, { cause: error });
  }
}
