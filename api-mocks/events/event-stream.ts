import type { DatabaseSync } from 'node:sqlite';

import type { STREAM_CONTROL_EVENTS } from '../../widgets/contract/events/schemas.ts';
import { eventsAfter, isKnownEvent, newestEventId } from './event-log.ts';

/** Bytes that may wait for a client that does not read, and events that are read at a time. */
const MAX_BUFFERED_BYTES = 16 * 1024;
const EVENTS_PER_READ = 100;

export interface StreamOptions {
  /** The last event that the client has; without it the stream begins now. */
  lastEventId: string | undefined;
  isSignedIn: () => boolean;
  /** Ends the connection of a client that does not read. */
  closeConnection: () => void;
}

interface OwnStreamOptions extends StreamOptions {
  citizen: string;
  /** The stream has ended. */
  onEnd: (stream: EventStream) => void;
}

/** One open stream of a citizen's events. Reads them from the database when the client has room for more, so it holds next to nothing. */
export class EventStream {
  readonly citizen: string;
  readonly body: ReadableStream<Uint8Array>;
  readonly #db: DatabaseSync;
  readonly #options: StreamOptions;
  readonly #close: () => void;
  #controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  #last: string;
  #isStuck = false;

  constructor(db: DatabaseSync, options: OwnStreamOptions) {
    const { citizen, lastEventId, onEnd } = options;
    const isReset = lastEventId !== undefined && !isKnownEvent(db, lastEventId);
    this.citizen = citizen;
    this.#db = db;
    this.#options = options;
    this.#close = () => {
      this.#controller = undefined;
      onEnd(this);
    };
    this.#last = isReset || lastEventId === undefined ? newestEventId(db) : lastEventId;
    this.body = new ReadableStream<Uint8Array>(
      {
        start: (controller) => {
          this.#controller = controller;
          this.#send(`retry: 2000\nid: ${this.#last}\n\n${isReset ? controlEvent('reset') : ''}`);
        },
        pull: () => {
          this.sendNewEvents();
        },
        cancel: this.#close,
      },
      new ByteLengthQueuingStrategy({ highWaterMark: MAX_BUFFERED_BYTES }),
    );
  }

  /** Sends what is new, as far as the client has room. */
  sendNewEvents(): void {
    if (!this.#hasRoom) return;
    const events = eventsAfter(this.#db, this.citizen, { after: this.#last, limit: EVENTS_PER_READ });
    const last = events.at(-1);
    if (!last) return;
    if (!this.#options.isSignedIn()) {
      this.end('sessionEnded');
      return;
    }
    this.#last = last.id;
    this.#send(
      events
        .map((event) => `id: ${event.id}\nevent: ${event.kind}\ndata: ${JSON.stringify(event)}\n\n`)
        .join(''),
    );
  }

  /** Shows that the connection lives; ends it where the session is over, or the client has read nothing since the last time. */
  sendHeartbeat(): void {
    if (!this.#options.isSignedIn()) this.end('sessionEnded');
    else if (this.#hasRoom) {
      this.#isStuck = false;
      this.#send(':\n\n');
    } else if (this.#isStuck) {
      this.#close();
      this.#options.closeConnection();
    } else this.#isStuck = true;
  }

  /** Ends the stream; the client may come again. */
  end(last?: (typeof STREAM_CONTROL_EVENTS)[number]): void {
    const controller = this.#controller;
    // Before a word is said: room for it makes the stream ask for more.
    this.#close();
    if (last) controller?.enqueue(encoder.encode(controlEvent(last)));
    controller?.close();
  }

  get #hasRoom(): boolean {
    return (this.#controller?.desiredSize ?? 0) > 0;
  }

  #send(text: string): void {
    this.#controller?.enqueue(encoder.encode(text));
  }
}

const encoder = new TextEncoder();
const controlEvent = (name: (typeof STREAM_CONTROL_EVENTS)[number]) => `event: ${name}\ndata: {}\n\n`;
