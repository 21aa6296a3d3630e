/** `okno.json`, beside `okno.js`: where a region's portal and data are, who helps, and the consent to be given. */
export interface Config {
  /** Origin of the portal's API. */
  portal: URL;
  /** The address index: the folder of its `manifest.json`. */
  addresses: URL;
  /** Application forms, a file a service. */
  forms: URL;
  catalogue: URL;
  /** Who helps when the portal does not answer. */
  contact: { phone: string; note: string };
  /** The consent to the processing of personal data: its version changes with its text. */
  consent: { version: string; url: URL };
}

type Json = Record<string, unknown>;

/**
 * Reads the configuration that lies at `url`; addresses in it are relative to it. Throws a `TypeError` that names what is
 * missing. Not by a schema: it is read before anything can be seen, and a library for it would be a tenth of all bytes.
 */
export function parseConfig(data: unknown, url: URL): Config {
  const root = group(data, 'okno.json');
  const contact = group(root['contact'], 'contact');
  const consent = group(root['consent'], 'consent');
  const address = (value: unknown, fallback: string) =>
    new URL(typeof value === 'string' ? value : fallback, url);
  return {
    portal: new URL(text(root, 'portal')),
    addresses: address(root['addresses'], './addresses/'),
    forms: address(root['forms'], './forms/'),
    catalogue: address(root['catalogue'], './catalogue.json'),
    contact: { phone: text(contact, 'phone'), note: text(contact, 'note') },
    consent: { version: text(consent, 'version'), url: address(consent['url'], '../guide/safety/') },
  };
}

function group(value: unknown, name: string): Json {
  if (typeof value !== 'object' || value === null)
    throw new TypeError(`okno.json: "${name}" is not an object`);
  return value as Json;
}

function text(of: Json, name: string): string {
  const value = of[name];
  if (typeof value !== 'string' || !value) throw new TypeError(`okno.json: "${name}" is missing`);
  return value;
}
