/** The content of `okno.json`, which lies beside `okno.js`: addresses of the portal and of data files, region, help line, consent. */
export interface Config {
  /** Origin of the portal's API. */
  portal: URL;
  /** Folder of the address index, where its `manifest.json` is. */
  addresses: URL;
  /** Folder of the form definitions, `<service>.json`. */
  forms: URL;
  /** The list of services and agencies, `catalogue.json`. */
  catalogue: URL;
  /** Slugs of the services that have a form; `undefined` where `okno.json` does not name them. */
  services: readonly string[] | undefined;
  /** Slugs of the services that the portal answers on the spot, with what each asks (`contract/instant/kinds.ts`). */
  instant: Partial<Record<string, string>>;
  region: {
    /** An example of a case number, `22-2026-004217`: two digits of the region, the year, six digits. */
    exampleCaseNumber: string;
    /** IANA name of the region's time zone, `Europe/Moscow`. */
    timeZone: string;
  };
  /** The help line, for when the portal does not answer. */
  contact: { phone: string };
  /** The consent to the processing of personal data, and the portal's page with its text: both change together. */
  consent: { version: string; url: URL };
}

/**
 * Reads the configuration that was fetched from `url`. Relative addresses in it start from there. Throws a `TypeError` that names the
 * property that is missing, or is an address of another kind than `https:` and `http:`. There is no schema, because this runs
 * before anything is visible and valibot would be a tenth of all bytes by then.
 */
export function parseConfig(data: unknown, url: URL): Config {
  const text = (path: string, fallback?: string): string => {
    const value = path.split('.').reduce(valueOf, data) ?? fallback;
    if (typeof value !== 'string' || !value) throw new TypeError(`okno.json: "${path}" is missing`);
    return value;
  };
  const address = (path: string, fallback?: string): URL => {
    const value = text(path, fallback);
    // A whole address of the web; or one that starts beside `okno.json`, so with no `scheme:` before its first slash.
    if (!/^https?:\/\/[^/]/.test(value) && (fallback === undefined || /^[^/?#]*:/.test(value)))
      throw new TypeError(`okno.json: "${path}" is no address of a site: ${value}`);
    return new URL(value, url);
  };
  return {
    portal: address('portal'),
    addresses: address('addresses', 'addresses/'),
    forms: address('forms', 'forms/'),
    catalogue: address('catalogue', 'catalogue.json'),
    services: valueOf(data, 'services') as string[] | undefined,
    instant: valueOf(data, 'instant') ?? {},
    region: { exampleCaseNumber: `${text('region.code')}-2026-004217`, timeZone: text('region.timeZone') },
    contact: { phone: text('contact.phone') },
    consent: {
      version: text('consent.version'),
      url: address('consent.url', new URL(`/consents/${text('consent.version')}`, address('portal')).href),
    },
  };
}

/** Gives a property of an object; `undefined` of anything else. */
const valueOf = (object: unknown, name: string): unknown =>
  (object as Record<string, unknown> | null | undefined)?.[name];
