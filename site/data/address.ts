/** Where the catalogue stands on its host: `/`, or `/catalog/` where `OKNO_SITE` is `https://host/catalog/`. */
export const BASE = import.meta.env.BASE_URL.replace(/\/*$/, '/');

/**
 * The address of a page or a file of the catalogue, wherever the catalogue stands. Addresses of other sites stay as they are.
 *
 * @example addressOf('/services/') // '/catalog/services/'
 */
export const addressOf = (path: string): string => (path.startsWith('/') ? `${BASE}${path.slice(1)}` : path);
