import type { APIRoute } from 'astro';

import { serviceIndex } from '../../data/service-lists.ts';

/** `/services/index.json`: by what the list of services is filtered. */
export const GET: APIRoute = async () => Response.json(await serviceIndex());
