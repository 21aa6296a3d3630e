/** How many items of a list are given when nobody says how many. */
const DEFAULT_PAGE_SIZE = 20;

/** One page of a list. `read` reads so many items of it at most; `next` is the last item, where there are more behind it. */
export function readListPage<T>(
  limit = DEFAULT_PAGE_SIZE,
  read: (most: number) => T[],
): { items: T[]; next?: T } {
  const rows = read(limit + 1);
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return rows.length > limit && last !== undefined ? { items, next: last } : { items };
}
