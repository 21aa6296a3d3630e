import type { EventEmitter } from 'node:events';
import type { DatabaseSync } from 'node:sqlite';

import { HttpProblem } from '../http/problem.ts';
import { newestEventId } from './event-log.ts';
import { EventStream, type StreamOptions } from './event-stream.ts';

/** In seconds of real life. Proxies that wait for a minute are the most impatient ones. */
const HEARTBEAT = 15;

interface StreamsOptions {
  db: DatabaseSync;
  changes: EventEmitter;
  /** How many streams one citizen may have. */
  maxPerCitizen: number;
  /** Takes what nobody foresaw. */
  onError: (error: unknown) => void;
}

/** All open streams of events. One clock beats for all of them, and runs only while there are any. */
export class EventStreams {
  readonly #db: DatabaseSync;
  readonly #most: number;
  readonly #fail: (error: unknown) => void;
  readonly #open = new Map<string, Set<EventStream>>();
  #clock: NodeJS.Timeout | undefined;

  constructor({ db, changes, maxPerCitizen, onError }: StreamsOptions) {
    this.#db = db;
    this.#most = maxPerCitizen;
    this.#fail = onError;
    changes.on('change', (citizen: string) => {
      this.#deliver(citizen);
    });
  }

  /** How many there are. */
  get size(): number {
    return [...this.#open.values()].reduce((sum, { size }) => sum + size, 0);
  }

  /** Opens one for a citizen. Refuses when he has too many. */
  openStream(citizen: string, options: StreamOptions): ReadableStream<Uint8Array> {
    const own = this.#open.get(citizen) ?? new Set();
    if (own.size >= this.#most) throw new HttpProblem('too-many-tries', { retryAfter: 2 * HEARTBEAT });
    const onEnd = (stream: EventStream) => {
      if (!own.delete(stream)) return;
      if (!own.size) this.#open.delete(citizen);
      if (!this.#open.size) this.#stop();
    };
    const stream = new EventStream(this.#db, { ...options, citizen, onEnd });
    this.#open.set(citizen, own.add(stream));
    this.#clock ??= this.#start();
    return stream.body;
  }

  /** Ends all. */
  closeAll(): void {
    this.#each(this.#all(), (stream) => {
      stream.end();
    });
  }

  #all = () => [...this.#open.values()].flatMap((own) => [...own]);

  #deliver(citizen: string): void {
    this.#each([...(this.#open.get(citizen) ?? [])], (stream) => {
      stream.sendNewEvents();
    });
  }

  /** A stream that fails is ended: its client comes again, and the others never notice. */
  #each(streams: EventStream[], work: (stream: EventStream) => void): void {
    for (const stream of streams)
      try {
        work(stream);
      } catch (error) {
        stream.end();
        this.#fail(error);
      }
  }

  #start(): NodeJS.Timeout {
    // Another process, `sandbox:move`, sends no `change`: it is seen by the file.
    const version = () => this.#db.prepare('PRAGMA data_version').get()?.['data_version'];
    let [seen, newest, seconds] = [version(), newestEventId(this.#db), 0];
    const look = () => {
      const now = version();
      if (now === seen) return;
      const changed = this.#db.prepare('SELECT DISTINCT citizen FROM events WHERE id > ?').all(newest);
      [seen, newest] = [now, newestEventId(this.#db)];
      for (const { citizen } of changed) this.#deliver(String(citizen));
    };
    return setInterval(() => {
      try {
        look();
      } catch (error) {
        this.#fail(error);
      }
      if (++seconds % HEARTBEAT === 0)
        this.#each(this.#all(), (stream) => {
          stream.sendHeartbeat();
        });
    }, 1000).unref();
  }

  #stop(): void {
    clearInterval(this.#clock);
    this.#clock = undefined;
  }
}

export interface StreamsContext {
  streams: EventStreams;
}
