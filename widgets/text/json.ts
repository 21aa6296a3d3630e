/** Taken once: a script that comes later may replace it. */
const { stringify } = JSON;

/**
 * Writes plain data as JSON. A `toJSON` that a library of the page has added to a prototype changes nothing: each value is taken from
 * its owner again, where `JSON.stringify` itself would give what `toJSON` has made of it.
 *
 * @example
 * writeJson({ files: [] }) // '{"files":[]}', where Prototype 1.6 makes '{"files":"[]"}' of it
 */
export const writeJson = (value: unknown): string =>
  stringify(value, function (this: Record<string, unknown>, key: string) {
    return this[key];
  });
