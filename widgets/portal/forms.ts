import { FormDefinitionSchema, type FormDefinition } from '../contract/forms/schemas.ts';
import type { Portal } from './context.ts';
import { fetchJsonIfFound } from './http.ts';

/** The form of a service; `undefined` when the region has none by that name. */
export async function fetchFormDefinition(
  portal: Portal,
  service: string,
): Promise<FormDefinition | undefined> {
  if (!/^[a-z0-9-]+$/.test(service)) return undefined;
  try {
    return await fetchJsonIfFound(portal, {
      url: new URL(`${service}.json`, portal.config.forms),
      schema: FormDefinitionSchema,
    });
  } catch (error) {
    // Many servers answer 404 without CORS headers, which a page cannot tell from no answer at all. The catalogue can.
    const { services } = await import('./catalogue.ts')
      .then(({ fetchCatalogue }) => fetchCatalogue(portal))
      .catch(() => {
        throw error;
      });
    if (services.some(({ slug, form }) => form && slug === service)) throw error;
    return undefined;
  }
}
