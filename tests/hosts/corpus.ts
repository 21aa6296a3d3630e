import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import * as v from 'valibot';
import { parse } from 'yaml';

/** What stands between the `---` lines of a host file. */
const FrontMatterSchema = v.strictObject({
  /** Why this host is in the corpus: what it did to widgets, ours or others'. */
  why: v.string(),
  /** Response headers; `{{catalogue}}`, `{{portal}}` and `{{csp}}` are filled in. */
  headers: v.optional(v.record(v.string(), v.string()), {}),
  charset: v.optional(v.picklist(['utf-8', 'windows-1251']), 'utf-8'),
  /** The widgets may refuse to work here, if they say so before the first question. Anywhere else they have to work. */
  mayRefuse: v.optional(v.boolean(), false),
  /** One host for each of these words, which stand at `{{variant}}`: `bvi.html` is `bvi-white`, `bvi-black` and so on. */
  variants: v.optional(v.array(v.string()), []),
  /** CSS pixels of this host's column, where it has less than 280. */
  room: v.optional(v.number(), 280),
});

/** A page of the corpus: one file in `corpus/`. */
export interface Host extends v.InferOutput<typeof FrontMatterSchema> {
  /** Of its file, without the extension, and of the variant. */
  name: string;
  /** The HTML behind the front matter. */
  html: string;
}

/** Where a host page finds the sites it embeds from; each ends with `/`. */
export interface HostPlaces {
  catalogue: string;
  portal: string;
  /** The policy that widgets/README.md asks of a host, with the two addresses. */
  csp: string;
}

const FOLDER = join(import.meta.dirname, 'corpus');
const FALLBACK = 'Форма не открылась? Позвоните: 8 800 100-70-10.';
const WIDGETS = [
  `<okno-application-form service="detskiy-sad">${FALLBACK}</okno-application-form>`,
  `<okno-status-tracker>${FALLBACK}</okno-status-tracker>`,
  `<okno-rating-form>${FALLBACK}</okno-rating-form>`,
  `<okno-complaint-form>${FALLBACK}</okno-complaint-form>`,
  `<okno-my-applications>${FALLBACK}</okno-my-applications>`,
  `<okno-sign-in>${FALLBACK}</okno-sign-in>`,
  `<okno-address-field label="Адрес" name="address">${FALLBACK}</okno-address-field>`,
];

/** The hosts of the corpus by their names; all of them where `names` is empty. Throws where a file is not as the schema says. */
export function readCorpus(names: readonly string[] = []): Host[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.html'))
    .flatMap(readHosts)
    .filter(({ name }) => names.length === 0 || names.includes(name));
}

/** The host of a file, or one for each of its variants. */
function readHosts(file: string): Host[] {
  const text = readFileSync(join(FOLDER, file), 'utf8');
  const name = file.slice(0, -'.html'.length);
  const [, matter = '', html = ''] = /^---\n([^]*?)\n---\n([^]*)$/.exec(text) ?? [];
  try {
    const host = { name, html, ...v.parse(FrontMatterSchema, parse(matter)) };
    if (host.variants.length === 0) return [host];
    return host.variants.map((variant) => ({
      ...host,
      name: `${name}-${variant}`,
      html: html.replaceAll('{{variant}}', variant),
    }));
  } catch (error) {
    throw new Error(`tests/hosts/corpus/${file}: the lines between --- and ---`, { cause: error });
  }
}

/**
 * The HTML of a host page. HTML with `{{widget}}` is repeated for each widget; otherwise all of them stand at `{{widgets}}`. The
 * embedding line stands at `{{okno}}`, or else before the first widget. A fragment becomes a whole page.
 */
export function renderHost({ html, charset }: Host, places: HostPlaces): string {
  const okno = `<script type="module" src="${places.catalogue}widgets/okno.js"></script>`;
  const repeated = html.includes('{{widget}}')
    ? WIDGETS.map((widget) => html.replaceAll('{{widget}}', widget)).join('\n')
    : html.replaceAll('{{widgets}}', WIDGETS.join('\n'));
  const whole = /^\s*<(?:!doctype|html)\b/i.test(repeated)
    ? repeated
    : `<!DOCTYPE html>\n<html lang="ru">\n<meta charset="${charset}">\n<title>Администрация района</title>\n${repeated}`;
  const loaded = whole.includes('{{okno}}')
    ? whole.replaceAll('{{okno}}', okno)
    : whole.replace(/<okno-/, `${okno}\n<okno-`);
  return fillPlaces(loaded, places);
}

/** A text with the addresses of the sites in the place of `{{catalogue}}` and the like. */
export const fillPlaces = (text: string, places: HostPlaces): string =>
  Object.entries(places).reduce(
    (filled, [name, value]) => filled.replaceAll(`{{${name}}}`, String(value)),
    text,
  );

/** The policy that widgets/README.md tells hosts to send, for these addresses. Throws where it has none. */
export function readmePolicy({ catalogue, portal }: Omit<HostPlaces, 'csp'>): string {
  const readme = readFileSync('widgets/README.md', 'utf8');
  const [, policy] = /^```\w*\n([^`]*script-src https:[^`]*)\n```/m.exec(readme) ?? [];
  if (policy === undefined) throw new Error('widgets/README.md: no Content-Security-Policy in a code block');
  return policy
    .replace('Content-Security-Policy:', '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll('https://КАТАЛОГ', catalogue.slice(0, -1))
    .replaceAll('https://ПОРТАЛ', portal.slice(0, -1));
}
