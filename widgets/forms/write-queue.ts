/** Writes one after the other. */
export class WriteQueue {
  #last: Promise<void> = Promise.resolve();
  /** A write that has not begun yet: it takes later changes along. */
  #waiting: Promise<void> | undefined;

  /** Writes after what is being written now. A call before that begins shares the write. */
  soon(write: () => Promise<void>): Promise<void> {
    this.#waiting ??= this.after(() => {
      this.#waiting = undefined;
      return write();
    });
    return this.#waiting;
  }

  /** Does something after what is being written now. Rejects as `work` does. */
  after(work: () => Promise<void>): Promise<void> {
    const done = this.#last.then(work);
    this.#last = done.catch(() => undefined);
    return done;
  }
}
