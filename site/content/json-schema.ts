import { toJsonSchema, type ConversionConfig } from '@valibot/to-json-schema';
import { parse } from 'yaml';

import { COLLECTIONS, type Collection } from '../catalogue/collections.ts';
import { issueTextFor } from '../catalogue/messages.ts';

type JsonSchema = ReturnType<typeof toJsonSchema>;
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

/** What the check would say of a wrong value becomes the description; its example is YAML. */
const describeValue: Override<'overrideSchema'> = ({ valibotSchema, jsonSchema }) => {
  const key = 'message' in valibotSchema ? valibotSchema.message : undefined;
  if (typeof key !== 'string') return undefined;
  const { message: wrong, example } = issueTextFor(key);
  const prompts = jsonSchema.type !== 'array' && !jsonSchema.enum;
  return { ...jsonSchema, description: wrong, ...(prompts && { examples: [parse(example)] }) };
};

const describeAction: Override<'overrideAction'> = ({ valibotAction, jsonSchema }) => {
  // A pattern of JSON Schema is a Unicode one anyway: the flag of ours is no error.
  if (valibotAction.type === 'regex') return jsonSchema;
  if (!('metadata' in valibotAction)) return undefined;
  // The example is of no use here: the file has to be one of those that are there.
  const { ref, ...rest } = jsonSchema as JsonSchema & { ref?: string };
  delete rest.examples;
  return { ...rest, description: `${rest.description ?? ''}; файл лежит в content/${ref ?? ''}` };
};
