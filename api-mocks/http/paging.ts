/** Items of a page when the request has no `limit`. */
const DEFAULT_PAGE_SIZE = 20;

/**
 * Reads one page of a list. `read` reads at most `maxRows` items. `next` is the last item of the page if more items follow: the
 * client sends its id as `after` to get the next page. To know whether more follow, one item more is read than is given.
 *
 * @example
 * readListPage(2, (most) => ['a', 'b', 'c'].slice(0, most)) // { items: ['a', 'b'], next: 'b' }
 * readListPage(3, (most) => ['a', 'b', 'c'].slice(0, most)) // { items: ['a', 'b', 'c'] }
 */
export function readListPage<T>(
  limit = DEFAULT_PAGE_SIZE,
  read: (maxRows: number) => T[],
): { items: T[]; next?: T } {
  const rows = read(limit + 1);
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return rows.length > limit && last !== undefined ? { items, next: last } : { items };
}
