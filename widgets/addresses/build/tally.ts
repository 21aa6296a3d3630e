/** What → how many. */
export type Tally = Map<string, number>;

export const addToTally = (tally: Tally, what: string, more = 1): void => {
  if (more) tally.set(what, (tally.get(what) ?? 0) + more);
};
