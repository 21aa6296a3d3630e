import type { EventKind } from '../contract/events/schemas.ts';
import type { Portal } from './context.ts';

/**
 * Something of the citizen's has changed. `reset`: anything may have, so read anew what is shown; it is also said when the watching
 * begins, so that nothing is missed between the first reading and that.
 */
export type PortalChange = { kind: EventKind; subject: string } | { kind: 'reset' };

export type ChangeListener = (change: PortalChange) => void;

/** How far the feed has come. */
export interface FeedPosition {
  /** The last event that is known; none before the first answer. */
  lastEventId?: string | undefined;
  /** Name of the last answer to polling that brought nothing. */
  etag?: string | undefined;
  /** How many streams in a row gave nothing through: some hosts keep an answer back until it is whole. */
  silentStreams: number;
  /** How many times the portal was asked instead. */
  polls: number;
  /** How many tries in a row have failed. */
  failures: number;
  /** Milliseconds before a stream is opened again; the portal may say how many. */
  reconnectDelay: number;
}

/** What reads the feed: the portal, how far it has come, whom to tell, and what ends it. */
export interface FeedOptions {
  portal: Portal;
  position: FeedPosition;
  onChange: ChangeListener;
  signal: AbortSignal;
}
