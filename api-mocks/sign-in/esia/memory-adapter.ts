import type { Adapter, AdapterPayload } from 'oidc-provider';

/**
 * Stores one kind of records of `oidc-provider` (sessions, codes, tokens) for the stand-in for ЕСИА. In memory: they last for
 * minutes, and after a restart one only has to choose again. The methods are those of the interface `Adapter`.
 */
export class MemoryAdapter implements Adapter {
  /** By id; `until` is in milliseconds since 1970. */
  readonly #records = new Map<string, { payload: AdapterPayload; until: number }>();

  /** Stores a record for `expiresIn` seconds, and deletes those that have expired. */
  upsert(id: string, payload: AdapterPayload, expiresIn: number): Promise<void> {
    const now = Date.now();
    for (const [other, { until }] of this.#records) if (until <= now) this.#records.delete(other);
    this.#records.set(id, { payload, until: now + expiresIn * 1000 });
    return Promise.resolve();
  }

  /** Finds a record by its id; `undefined` if it has expired. */
  find(id: string): Promise<AdapterPayload | undefined> {
    const record = this.#records.get(id);
    return Promise.resolve(record && record.until > Date.now() ? record.payload : undefined);
  }

  findByUid(uid: string): Promise<AdapterPayload | undefined> {
    return this.#findFirst((payload) => payload.uid === uid);
  }

  findByUserCode(userCode: string): Promise<AdapterPayload | undefined> {
    return this.#findFirst((payload) => payload.userCode === userCode);
  }

  /** Marks a record as used: a code must not be used again. */
  async consume(id: string): Promise<void> {
    const payload = await this.find(id);
    if (payload) payload.consumed = Math.floor(Date.now() / 1000);
  }

  /** Deletes a record. */
  destroy(id: string): Promise<void> {
    this.#records.delete(id);
    return Promise.resolve();
  }

  /** Deletes all records of a grant, which is what one person has allowed one client. */
  revokeByGrantId(grantId: string): Promise<void> {
    for (const [id, { payload }] of this.#records) if (payload.grantId === grantId) this.#records.delete(id);
    return Promise.resolve();
  }

  #findFirst(matches: (payload: AdapterPayload) => boolean): Promise<AdapterPayload | undefined> {
    const now = Date.now();
    for (const { payload, until } of this.#records.values())
      if (until > now && matches(payload)) return Promise.resolve(payload);
    return Promise.resolve(undefined);
  }
}
