const KB = 1024;
/** Bytes of the first piece, of the smallest and of the largest one. */
const [FIRST, LEAST, MOST] = [64 * KB, 16 * KB, 4096 * KB];
/** Milliseconds: a piece that takes less may be larger, one that takes more is too large. */
const [QUICK, SLOW] = [600, 2500];

/** So many pieces have to arrive before one may be as large again as one that broke off. */
const CAUTIOUS_FOR = 16;

/**
 * How many bytes of a file the next request carries. A request that breaks off has to be sent again as a whole, so it grows only as long
 * as it is quick, and halves when it breaks off.
 *
 * @example
 * // A line of 200 KB a second that is cut every two seconds: 64 KB take 0.3 s, 128 KB take 0.6 s, and so it stays.
 */
export class Pieces {
  bytes = FIRST;
  /** The most that has not broken off of late. */
  #ceiling = MOST;
  /** How many have arrived since one has broken off, or since the ceiling was raised. */
  #arrived = 0;
  #hasArrived = false;
  #beganAt = 0;
  readonly #onChange: (bytes: number) => void;

  constructor(onChange: (bytes: number) => void) {
    this.#onChange = onChange;
  }

  /** A piece goes out. `now` is in milliseconds. */
  begin(now = performance.now()): void {
    this.#beganAt = now;
  }

  /** The piece has arrived. */
  arrived(now = performance.now()): void {
    this.#hasArrived = true;
    if (++this.#arrived >= CAUTIOUS_FOR) {
      this.#arrived = 0;
      this.#ceiling = Math.min(MOST, this.#ceiling * 2);
    }
    const took = now - this.#beganAt;
    if (took < QUICK) this.#set(this.bytes * 2);
    else if (took > SLOW) this.#set(this.bytes / 2);
  }

  /** The piece has not arrived. Gives whether one has since the last time. */
  brokeOff(): boolean {
    const hasArrived = this.#hasArrived;
    this.#set(this.bytes / 2);
    this.#ceiling = this.bytes;
    this.#arrived = 0;
    this.#hasArrived = false;
    return hasArrived;
  }

  #set(bytes: number): void {
    this.bytes = Math.max(LEAST, Math.min(this.#ceiling, bytes));
    this.#onChange(this.bytes);
  }
}
