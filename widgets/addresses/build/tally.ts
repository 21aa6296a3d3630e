/** What is counted → how many there are. */
export type Tally = Map<string, number>;

/** Adds `more` to a count, which begins at 0. */
export const addToTally = (tally: Tally, what: string, more = 1): void => {
  if (more) tally.set(what, (tally.get(what) ?? 0) + more);
};
