/**
 * Groups values by a key, in the order in which the keys first occur.
 * `Map.groupBy` does the same, but is newer than ES2023, which the widgets need.
 *
 * @example groupBy(['ab', 'c', 'de'], ({ length }) => length) // Map { 2 => ['ab', 'de'], 1 => ['c'] }
 */
export function groupBy<Key, Value>(values: Value[], keyOf: (value: Value) => Key): Map<Key, Value[]> {
  const groups = new Map<Key, Value[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}
