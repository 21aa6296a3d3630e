import * as v from 'valibot';

const address = (fallback: string) => v.optional(v.pipe(v.string(), v.nonEmpty()), fallback);

/** `okno.json`, beside `okno.js`: where a region's portal and data are. Addresses may be relative to the file. */
const ConfigSchema = v.object({
  /** Origin of the portal's API. */
  portal: v.pipe(v.string(), v.url()),
  /** The address index: the folder of its `manifest.json`. */
  addresses: address('./addresses/'),
  /** Application forms, a file a service. */
  forms: address('./forms/'),
  catalogue: address('./catalogue.json'),
  /** Who helps when the portal does not answer. */
  contact: v.object({ phone: v.string(), note: v.string() }),
  /** The consent to the processing of personal data: its text and version. */
  consent: v.object({ version: v.string(), url: address('../guide/safety/') }),
});

export interface Config {
  portal: URL;
  addresses: URL;
  forms: URL;
  catalogue: URL;
  contact: { phone: string; note: string };
  consent: { version: string; url: URL };
}

/** Reads the configuration that lies at `url`; throws a `ValiError` when it is not as it has to be. */
export function parseConfig(data: unknown, url: URL): Config {
  const { portal, addresses, forms, catalogue, contact, consent } = v.parse(ConfigSchema, data);
  return {
    portal: new URL(portal),
    addresses: new URL(addresses, url),
    forms: new URL(forms, url),
    catalogue: new URL(catalogue, url),
    contact,
    consent: { version: consent.version, url: new URL(consent.url, url) },
  };
}
