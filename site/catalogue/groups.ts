/** Things of one kind under their title. */
export interface TitledGroup<T> {
  /** «Города». */
  title: string;
  /** In the order in which they were given; never empty. */
  members: T[];
}

/**
 * Things by their kind, in the order of the titles. Kinds that nothing has are left out.
 *
 * @example groupByKind([lion, owl], { bird: 'Птицы', beast: 'Звери', fish: 'Рыбы' }, kindOf)
 * // [{ title: 'Птицы', members: [owl] }, { title: 'Звери', members: [lion] }]
 */
export const groupByKind = <T, K extends string>(
  things: readonly T[],
  titles: Record<K, string>,
  kindOf: (thing: T) => K,
): TitledGroup<T>[] =>
  Object.entries<string>(titles)
    .map(([kind, title]) => ({ title, members: things.filter((thing) => kindOf(thing) === kind) }))
    .filter(({ members }) => members.length);

/**
 * Things by their keys, in one pass; a thing with several keys stands under each.
 *
 * @example groupByKeys(['аб', 'б'], (word) => [...word]) // Map { 'а' => ['аб'], 'б' => ['аб', 'б'] }
 */
export function groupByKeys<T>(
  things: readonly T[],
  keysOf: (thing: T) => readonly string[],
): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const thing of things)
    for (const key of new Set(keysOf(thing))) {
      const group = groups.get(key);
      if (group) group.push(thing);
      else groups.set(key, [thing]);
    }
  return groups;
}
