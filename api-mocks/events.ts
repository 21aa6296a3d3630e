import type { EventKind } from '../widgets/contract/events.ts';
import type { Handlers } from './api.ts';
import { insert } from './database.ts';
import type { Sandbox } from './sandbox.ts';

/** Writes down that something of a citizen has changed, for `GET /v1/events`. Call it in the transaction that changes it. */
export function announce(
  { db, now, changes }: Sandbox,
  citizen: string | null,
  kind: EventKind,
  subject: string,
) {
  if (citizen === null) return;
  insert(db, 'events', { citizen, kind, subject, at: now().toISOString() });
  // After the transaction: who listens reads what was committed.
  queueMicrotask(() => changes.emit('change', citizen));
}

/** Events: what has changed. */
export const events = (_sandbox: Sandbox): Pick<Handlers, never> => ({});
