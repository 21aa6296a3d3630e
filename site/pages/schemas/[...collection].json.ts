import type { APIRoute } from 'astro';

import { COLLECTIONS, type Collection } from '../../catalogue/collections.ts';
import { jsonSchemaOf } from '../../content/json-schema.ts';

/** One file for each collection. */
export const getStaticPaths = () =>
  Object.keys(COLLECTIONS).map((collection) => ({ params: { collection } }));

/** `/schemas/<collection>.json`: the JSON Schema of a collection's files. */
export const GET: APIRoute = ({ params }) => Response.json(jsonSchemaOf(params['collection'] as Collection));
