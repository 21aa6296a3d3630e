import { FormDefinitionSchema, type FormDefinition } from '../contract/forms/schemas.ts';
import type { Portal } from './context.ts';
import { fetchJsonIfFound } from './http.ts';

/** Fetches the form definition of a service, by its slug; `undefined` when the region has none. */
export async function fetchFormDefinition(
  portal: Portal,
  service: string,
): Promise<FormDefinition | undefined> {
  const { services } = portal.config;
  // Without the list, a form that is not there is asked for, and the browser writes errors to the console.
  if (!/^[a-z0-9-]+$/.test(service) || services?.includes(service) === false) return undefined;
  try {
    return await fetchJsonIfFound(portal, {
      url: new URL(`${service}.json`, portal.config.forms),
      schema: FormDefinitionSchema,
    });
  } catch (error) {
    // Many servers answer 404 without CORS headers, which looks like no connection. The catalogue knows which services have a form.
    const catalogue = await import('./catalogue.ts')
      .then(({ fetchCatalogue }) => fetchCatalogue(portal))
      .catch(() => {
        throw error;
      });
    if (catalogue.services.some(({ slug, form }) => form && slug === service)) throw error;
    return undefined;
  }
}
