import type { EventKind } from '../contract/events/schemas.ts';
import type { Portal } from './context.ts';

/**
 * Something that belongs to the citizen has changed. `subject` names it, e.g. the number of a case. `reset` means that anything may
 * have changed: fetch again what you show. It also comes first, so that no change is missed between the first fetch and the feed.
 */
export type PortalChange = { kind: EventKind; subject: string } | { kind: 'reset' };

/** Called for each change, one after the other. */
export type ChangeListener = (change: PortalChange) => void;

/** The state of a feed between two reads. The readers change it. */
export interface FeedPosition {
  /** Id of the last event that was read; `undefined` before the first response. */
  lastEventId?: string | undefined;
  /** `ETag` of the last poll that brought nothing new: the next one may be answered by 304. */
  etag?: string | undefined;
  /** How many streams in a row brought no bytes: some hosts hold a response back until it is complete. */
  silentStreams: number;
  /** How many polls there were. */
  polls: number;
  /** How many reads in a row have failed. */
  failures: number;
  /** Milliseconds before the next stream. The portal sets it by `retry:` in a stream. */
  reconnectDelay: number;
}

/** What a reader of the feed needs. `signal` ends the reading. */
export interface FeedOptions {
  portal: Portal;
  position: FeedPosition;
  onChange: ChangeListener;
  signal: AbortSignal;
}
