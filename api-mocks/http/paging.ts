/** How many items of a list are given when nobody says how many. */
const USUAL = 20;

/** A page of a list that `read` reads at most so many items of; `next` is its last item where there are more behind it. */
export function page<T>(limit = USUAL, read: (most: number) => T[]): { items: T[]; next?: T } {
  const found = read(limit + 1);
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return found.length > limit && last !== undefined ? { items, next: last } : { items };
}
