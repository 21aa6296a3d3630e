import { toJsonSchema, type ConversionConfig } from '@valibot/to-json-schema';
import { parse } from 'yaml';

import { COLLECTIONS, type Collection } from '../catalogue/collections.ts';
import { issueTextFor } from '../catalogue/messages.ts';

type JsonSchema = ReturnType<typeof toJsonSchema>;
/**
 * A function that changes what `toJsonSchema` makes of a schema (`overrideSchema`) or of a check in a pipe (`overrideAction`).
 */
type Override<K extends 'overrideSchema' | 'overrideAction'> = NonNullable<ConversionConfig[K]>;

/**
 * The JSON Schema of a collection's files, for editors that prompt: fields have the Russian names that editors write, and say
 * what the content check would say. What only the check can see (files that are not there, hours, persons' names) is not in it.
 */
export const jsonSchemaOf = (collection: Collection): JsonSchema => ({
  title: `content/${collection}`,
  ...toJsonSchema(COLLECTIONS[collection].schema, {
    typeMode: 'input',
    ignoreActions: ['check', 'trim'],
    overrideSchema: describeValue,
    overrideAction: describeAction,
  }),
});

/** Describes a value by what the content check says of a wrong one: «нужна дата», with the example `2026-11-21`. */
const describeValue: Override<'overrideSchema'> = ({ valibotSchema, jsonSchema }) => {
  const key = 'message' in valibotSchema ? valibotSchema.message : undefined;
  if (typeof key !== 'string') return undefined;
  const { message: description, example } = issueTextFor(key);
  const hasExample = jsonSchema.type !== 'array' && !jsonSchema.enum;
  return { ...jsonSchema, description, ...(hasExample && { examples: [parse(example)] }) };
};

/** Adds the folder of the named file to the description of a `fileReference`. Leaves all other checks as they are. */
const describeAction: Override<'overrideAction'> = ({ valibotAction, jsonSchema }) => {
  // A pattern of JSON Schema is a Unicode one anyway: the flag of ours is no error.
  if (valibotAction.type === 'regex') return jsonSchema;
  if (!('metadata' in valibotAction)) return undefined;
  // The example is of no use here: the file has to be one of those that are there.
  const { ref, ...schemaWithoutRef } = jsonSchema as JsonSchema & { ref?: string };
  delete schemaWithoutRef.examples;
  return {
    ...schemaWithoutRef,
    description: `${schemaWithoutRef.description ?? ''}; файл лежит в content/${ref ?? ''}`,
  };
};
