import type { DatabaseSync } from 'node:sqlite';

import type { STREAM_CONTROL_EVENTS } from '../../widgets/contract/events/schemas.ts';
import { eventsAfter, isKnownEvent, newestEventId } from './event-log.ts';

/** With this many bytes waiting for a client that does not read, nothing more is sent to it. */
const MAX_BUFFERED_BYTES = 16 * 1024;
/** Events that are read from the database at once. */
const EVENTS_PER_READ = 100;

/** What a stream has to know of the request that opens it. */
export interface StreamOptions {
  /** Id of the last event that the client has seen. Without it the stream starts with the next event. */
  lastEventId: string | undefined;
  /** Whether the session of the request still lasts. */
  isSignedIn: () => boolean;
  /** Closes the connection, for a client that does not read. */
  closeConnection: () => void;
}

/** What `EventStreams` adds: whose stream it is, and whom to tell of its end. */
interface CitizenStreamOptions extends StreamOptions {
  citizen: string;
  /** Is called once, when the stream has ended. */
  onEnd: (stream: EventStream) => void;
}

/**
 * An open stream of a citizen's events, in the format of Server-Sent Events
 * (https://html.spec.whatwg.org/multipage/server-sent-events.html). It reads events from the database when the client can take
 * more, so it holds few of them in memory. A client that has missed events reads:
 *
 *     retry: 2000
 *     id: 17
 *
 *     event: reset
 *     data: {}
 *
 *     id: 18
 *     event: messageReceived
 *     data: {"id":"18","kind":"messageReceived","subject":"22-2026-000001","at":"2026-11-21T05:00:00.000Z"}
 */
export class EventStream {
  /** Id of the citizen. */
  readonly citizen: string;
  /** Body of the response. */
  readonly body: ReadableStream<Uint8Array>;
  readonly #db: DatabaseSync;
  readonly #options: StreamOptions;
  /** Stops sending, and tells `onEnd`. */
  readonly #close: () => void;
  /** Writes into `body`; `undefined` when the stream has ended. */
  #controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  /** Id of the last event that was sent. */
  #lastSentId: string;
  /** Whether the client could not take more at the last heartbeat. */
  #hadNoRoom = false;

  constructor(db: DatabaseSync, options: CitizenStreamOptions) {
    const { citizen, lastEventId, onEnd } = options;
    // The portal cannot say any more which events the client has missed.
    const isReset = lastEventId !== undefined && !isKnownEvent(db, lastEventId);
    this.citizen = citizen;
    this.#db = db;
    this.#options = options;
    this.#close = () => {
      this.#controller = undefined;
      onEnd(this);
    };
    this.#lastSentId = isReset || lastEventId === undefined ? newestEventId(db) : lastEventId;
    this.body = new ReadableStream<Uint8Array>(
      {
        start: (controller) => {
          this.#controller = controller;
          this.#send(`retry: 2000\nid: ${this.#lastSentId}\n\n${isReset ? controlEvent('reset') : ''}`);
        },
        pull: () => {
          this.sendNewEvents();
        },
        cancel: this.#close,
      },
      new ByteLengthQueuingStrategy({ highWaterMark: MAX_BUFFERED_BYTES }),
    );
  }

  /** Sends new events, if the client can take more. Ends the stream if the session is over. */
  sendNewEvents(): void {
    if (!this.#hasRoom) return;
    const events = eventsAfter(this.#db, this.citizen, { after: this.#lastSentId, limit: EVENTS_PER_READ });
    const last = events.at(-1);
    if (!last) return;
    if (!this.#options.isSignedIn()) {
      this.end('sessionEnded');
      return;
    }
    this.#lastSentId = last.id;
    this.#send(
      events
        .map((event) => `id: ${event.id}\nevent: ${event.kind}\ndata: ${JSON.stringify(event)}\n\n`)
        .join(''),
    );
  }

  /**
   * Sends a comment (`:`), which shows client and proxies that the connection works. Ends the stream if the session is over.
   * Closes the connection if the client has read nothing since the last heartbeat.
   */
  sendHeartbeat(): void {
    if (!this.#options.isSignedIn()) this.end('sessionEnded');
    else if (this.#hasRoom) {
      this.#hadNoRoom = false;
      this.#send(':\n\n');
    } else if (this.#hadNoRoom) {
      this.#close();
      this.#options.closeConnection();
    } else this.#hadNoRoom = true;
  }

  /** Ends the stream. Sends `lastEvent` before that, if it is given. The client may open another stream. */
  end(lastEvent?: (typeof STREAM_CONTROL_EVENTS)[number]): void {
    const controller = this.#controller;
    // First closes: `enqueue` below makes the stream call `pull`, which must not send anything more.
    this.#close();
    if (lastEvent) controller?.enqueue(encoder.encode(controlEvent(lastEvent)));
    controller?.close();
  }

  /** Whether the stream is open, and the client can take more bytes. */
  get #hasRoom(): boolean {
    return (this.#controller?.desiredSize ?? 0) > 0;
  }

  #send(text: string): void {
    this.#controller?.enqueue(encoder.encode(text));
  }
}

const encoder = new TextEncoder();
/** An event about the stream itself. It has no id, so the client's `Last-Event-ID` stays. */
const controlEvent = (name: (typeof STREAM_CONTROL_EVENTS)[number]) => `event: ${name}\ndata: {}\n\n`;
