import type { EventEmitter } from 'node:events';
import type { DatabaseSync } from 'node:sqlite';

import { HttpProblem } from '../http/problem.ts';
import { newestEventId } from './event-log.ts';
import { EventStream, type StreamOptions } from './event-stream.ts';

/** A heartbeat goes out every 15 seconds. The most impatient proxies close a connection after a minute of silence. */
const HEARTBEAT_SECONDS = 15;

interface StreamsOptions {
  db: DatabaseSync;
  /** Emits `change` with the id of a citizen who has a new event. */
  changes: EventEmitter;
  /** A citizen may have this many open streams. */
  maxPerCitizen: number;
  /** Takes errors that nobody foresaw. */
  onError: (error: unknown) => void;
}

/** All open event streams. One timer serves all of them, and runs only while there are any. */
export class EventStreams {
  readonly #db: DatabaseSync;
  readonly #maxPerCitizen: number;
  readonly #onError: (error: unknown) => void;
  /** Streams by the id of their citizen. */
  readonly #streamsByCitizen = new Map<string, Set<EventStream>>();
  /** Runs while any stream is open. */
  #timer: NodeJS.Timeout | undefined;

  constructor({ db, changes, maxPerCitizen, onError }: StreamsOptions) {
    this.#db = db;
    this.#maxPerCitizen = maxPerCitizen;
    this.#onError = onError;
    changes.on('change', (citizen: string) => {
      this.#sendNewEvents(citizen);
    });
  }

  /** The number of open streams. */
  get size(): number {
    return [...this.#streamsByCitizen.values()].reduce((sum, { size }) => sum + size, 0);
  }

  /** Opens a stream for a citizen. Throws 429 `too-many-tries` if he has too many. */
  openStream(citizen: string, options: StreamOptions): ReadableStream<Uint8Array> {
    const citizenStreams = this.#streamsByCitizen.get(citizen) ?? new Set();
    // After two heartbeats the streams of dead connections have ended.
    if (citizenStreams.size >= this.#maxPerCitizen)
      throw new HttpProblem('too-many-tries', { retryAfter: 2 * HEARTBEAT_SECONDS });
    const onEnd = (stream: EventStream) => {
      if (!citizenStreams.delete(stream)) return;
      if (!citizenStreams.size) this.#streamsByCitizen.delete(citizen);
      if (!this.#streamsByCitizen.size) this.#stopTimer();
    };
    const stream = new EventStream(this.#db, { ...options, citizen, onEnd });
    this.#streamsByCitizen.set(citizen, citizenStreams.add(stream));
    this.#timer ??= this.#startTimer();
    return stream.body;
  }

  /** Ends all streams. */
  closeAll(): void {
    this.#forEachStream(this.#allStreams(), (stream) => {
      stream.end();
    });
  }

  #allStreams = () => [...this.#streamsByCitizen.values()].flatMap((citizenStreams) => [...citizenStreams]);

  #sendNewEvents(citizen: string): void {
    this.#forEachStream([...(this.#streamsByCitizen.get(citizen) ?? [])], (stream) => {
      stream.sendNewEvents();
    });
  }

  /** Runs `work` for each stream. Ends a stream that fails: its client opens another one, and the others go on. */
  #forEachStream(streams: EventStream[], work: (stream: EventStream) => void): void {
    for (const stream of streams)
      try {
        work(stream);
      } catch (error) {
        stream.end();
        this.#onError(error);
      }
  }

  /** Looks for events of other processes every second, and sends heartbeats. */
  #startTimer(): NodeJS.Timeout {
    const sendEventsOfOthers = this.#watchOtherProcesses();
    let seconds = 0;
    return setInterval(() => {
      try {
        sendEventsOfOthers();
      } catch (error) {
        this.#onError(error);
      }
      if (++seconds % HEARTBEAT_SECONDS === 0)
        this.#forEachStream(this.#allStreams(), (stream) => {
          stream.sendHeartbeat();
        });
    }, 1000).unref();
  }

  /**
   * Gives a function that sends the events which another process (`sandbox:move`) has stored since its last call. That
   * process emits no `change` here. SQLite's `data_version` shows it: the number changes if and only if another connection has
   * written to the file.
   */
  #watchOtherProcesses(): () => void {
    const dataVersion = () => this.#db.prepare('PRAGMA data_version').get()?.['data_version'];
    let seenVersion = dataVersion();
    let lastSeenId = newestEventId(this.#db);
    return () => {
      const version = dataVersion();
      if (version === seenVersion) return;
      const rows = this.#db.prepare('SELECT DISTINCT citizen FROM events WHERE id > ?').all(lastSeenId);
      [seenVersion, lastSeenId] = [version, newestEventId(this.#db)];
      for (const { citizen } of rows) this.#sendNewEvents(String(citizen));
    };
  }

  #stopTimer(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }
}

/** Holds the open event streams. */
export interface StreamsContext {
  /** Streams of all citizens. */
  streams: EventStreams;
}
