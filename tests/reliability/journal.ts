/** What a citizen has made of something (an answer, the step, the focus), and when. */
interface Entry {
  thing: string;
  value: string;
  /** Milliseconds since 1970. Infinite for what she is about to do: it may have happened, or not. */
  at: number;
}

/** Notes what a citizen does. After a crash it says what may be there: what was there a second before, or what came later. */
export class Journal {
  #entries: Entry[] = [];

  /** Notes what she is about to do. */
  intend(thing: string, value: string): void {
    this.#entries.push({ thing, value, at: Infinity });
  }

  /** Notes how something is now. */
  note(thing: string, value: string): void {
    this.#entries.push({ thing, value, at: Date.now() });
  }

  /** Things that the journal knows. */
  get things(): ReadonlySet<string> {
    return new Set(this.#entries.map(({ thing }) => thing));
  }

  /** The values that a thing may have, where nothing that is older than `time` is lost. It was empty before its first entry. */
  possibleValues(thing: string, time: number): string[] {
    const entries = this.#entries.filter((entry) => entry.thing === thing);
    const last = entries.findLastIndex(({ at }) => at <= time);
    const values = entries.slice(Math.max(0, last)).map(({ value }) => value);
    return last < 0 ? ['', ...values] : values;
  }

  /** Begins anew with how things are now. */
  restart(now: ReadonlyMap<string, string>): void {
    this.#entries = [...now].map(([thing, value]) => ({ thing, value, at: Date.now() }));
  }
}
