/** What `yaml.ts` uses of js-yaml, which has no types of its own. */
declare module 'js-yaml' {
  interface Schema {
    readonly compiledImplicit: unknown;
  }
  /** The types of JSON, and no dates: as the `yaml` package reads it. */
  export const CORE_SCHEMA: Schema;
  /** Throws if the YAML is broken. */
  export function load(text: string, options: { schema: Schema }): unknown;
}
