import type * as v from 'valibot';

import type { FieldError } from '../contract/problems/schemas.ts';
import { writeJson } from '../text/json.ts';
import { PortalError } from './errors.ts';
import { fetchJson, type Connection } from './http.ts';

/** The portal has stored the input, or has found mistakes in its fields. */
export type SendResult<T> = { result: 'accepted'; value: T } | { result: 'invalid'; fields: FieldError[] };

interface PostOptions<S extends v.GenericSchema> {
  /** `POST` unless given. */
  method?: 'POST' | 'PUT' | 'PATCH' | undefined;
  path: string;
  headers?: Record<string, string>;
  input: unknown;
  schema: S;
  /** The `Idempotency-Key`. Without one the request is never repeated. */
  key?: string | undefined;
}

/** Posts JSON. With a key the portal does it once, however often it is sent (`Idempotency-Key`, IETF draft). Rejects as `fetchJson` does. */
export async function postJson<S extends v.GenericSchema>(
  connection: Connection,
  { method = 'POST', path, headers, input, schema, key }: PostOptions<S>,
): Promise<SendResult<v.InferOutput<S>>> {
  try {
    const value = await fetchJson(connection, {
      url: new URL(path, connection.config.portal),
      schema,
      method,
      headers: {
        ...headers,
        'Content-Type': 'application/json',
        ...(key !== undefined && { 'Idempotency-Key': `"${key}"` }),
      },
      body: writeJson(input),
      idempotent: key !== undefined,
    });
    return { result: 'accepted', value };
  } catch (error) {
    const fields = error instanceof PortalError && error.problem?.errors;
    if (fields) return { result: 'invalid', fields };
    throw error;
  }
}
