/** `okno.json`, beside `okno.js`: where a region's portal and data are, who helps, and the consent to be given. */
export interface Config {
  /** Origin of the portal's API. */
  portal: URL;
  /** The address index: the folder of its `manifest.json`. */
  addresses: URL;
  /** Application forms, a file a service. */
  forms: URL;
  catalogue: URL;
  region: {
    /** What the number of a case looks like: two digits for the region, the year, six digits. */
    exampleCaseNumber: string;
    /** An IANA time zone. */
    timeZone: string;
  };
  /** Who helps when the portal does not answer. */
  contact: { phone: string };
  /** The consent to the processing of personal data: its version changes with its text. */
  consent: { version: string; url: URL };
}

/**
 * Reads the configuration that lies at `url`; addresses in it are relative to it. Throws a `TypeError` that names what is
 * missing. Not by a schema: it is read before anything can be seen, and a library for it would be a tenth of all bytes.
 */
export function parseConfig(data: unknown, url: URL): Config {
  const text = (path: string, fallback?: string): string => {
    const value = path.split('.').reduce(valueOf, data) ?? fallback;
    if (typeof value !== 'string' || !value) throw new TypeError(`okno.json: "${path}" is missing`);
    return value;
  };
  const address = (path: string, fallback: string) => new URL(text(path, fallback), url);
  return {
    portal: new URL(text('portal')),
    addresses: address('addresses', 'addresses/'),
    forms: address('forms', 'forms/'),
    catalogue: address('catalogue', 'catalogue.json'),
    region: { exampleCaseNumber: `${text('region.code')}-2026-004217`, timeZone: text('region.timeZone') },
    contact: { phone: text('contact.phone') },
    consent: { version: text('consent.version'), url: address('consent.url', '../guide/safety/') },
  };
}

/** What stands in an object under a name; nothing in what is no object. */
const valueOf = (of: unknown, name: string): unknown =>
  (of as Record<string, unknown> | null | undefined)?.[name];
