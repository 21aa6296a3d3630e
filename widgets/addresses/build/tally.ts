/** What is counted → how many there are: `улиц без места` → 3. */
export type Tally = Map<string, number>;

/** Adds `more` to a count, which begins at 0. */
export const addToTally = (tally: Tally, name: string, more = 1): void => {
  if (more) tally.set(name, (tally.get(name) ?? 0) + more);
};
