import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';

import GithubSlugger from 'github-slugger';
import { markdownToMdast, type MdastNode } from 'satteri';

import { nearestWord } from '../catalogue/messages.ts';

/** The addresses within the catalogue that a text may name. */
export interface SiteAddresses {
  /** The anchors of a page, `undefined` if there is no such page: of `/glossary/` all terms. */
  anchorsOf: (page: string) => ReadonlySet<string> | undefined;
  /** Whether the site has a file: `/img/kak-proyti.png`. */
  hasFile: (address: string) => boolean;
  /** The page that was probably meant; empty if none comes near. */
  nearestPage: (address: string) => string;
}

const SITE = join(import.meta.dirname, '..');
/** Pages that other collections are shown on, each entry under an anchor with the name of its file. */
const ANCHORS_OF_LISTS: Record<string, string> = {
  '/glossary/': 'glossary',
  '/places/': 'municipalities',
  '/municipalities/': 'municipalities',
  '/acts/': 'acts',
};
/** A page that only services with a form have. */
const APPLY_PAGE = 'services/[slug]/apply.astro';

/** The addresses of a catalogue with these content files: `files` maps a path below `content/` to its text. */
export function siteAddressesOf(files: ReadonlyMap<string, string>): SiteAddresses {
  const templates = pathsBelow('pages').filter((path) => path.endsWith('.astro') && !path.startsWith('404'));
  const templateOfPage = new Map(
    templates.flatMap((template) => addressesOf(template, files).map((page) => [page, template] as const)),
  );
  const publicFiles = new Set(pathsBelow('public').map((path) => `/${path}`));
  const anchors = new Map<string, ReadonlySet<string>>();
  const findAnchors = (page: string, template: string) => {
    const known = anchors.get(page) ?? new Set([...idsOfTemplate(template), ...idsOfContent(page, files)]);
    anchors.set(page, known);
    return known;
  };
  return {
    anchorsOf: (page) => {
      const template = templateOfPage.get(page);
      if (template !== undefined) return findAnchors(page, template);
      return publicFiles.has(page) ? new Set() : undefined;
    },
    hasFile: (address) => publicFiles.has(address),
    nearestPage: (address) => nearestWord(address, [...templateOfPage.keys()]) ?? '',
  };
}

/** The paths of all files below a folder of the site, with `/` on every system. */
const pathsBelow = (folder: string): string[] =>
  readdirSync(join(SITE, folder), { recursive: true, encoding: 'utf8' }).map((path) =>
    path.split(sep).join('/'),
  );

/**
 * The addresses of the pages that a template makes: one for each file of the collection that its folder is named after.
 *
 * @example addressesOf('services/[slug]/apply.astro', files) // ['/services/detskiy-sad/apply/', …]
 */
function addressesOf(template: string, files: ReadonlyMap<string, string>): string[] {
  const page = `/${template.replace(/(?:index)?\.astro$/u, '/')}`.replaceAll('//', '/');
  if (!page.includes('[')) return [page];
  const folder = template === APPLY_PAGE ? 'forms' : template.split('/')[0];
  return [...files.keys()]
    .filter((file) => file.startsWith(`${folder}/`))
    .map((file) => page.replace('[slug]', file.replace(/^.*\/|\.[a-z]+$/gu, '')))
    .filter((address) => !address.includes('['));
}

/** The ids that stand in a template, or in what all pages share. */
function idsOfTemplate(template: string): string[] {
  const shared = ['components', 'layouts'].flatMap((folder) =>
    pathsBelow(folder).map((path) => join(SITE, folder, path)),
  );
  return [join(SITE, 'pages', template), ...shared]
    .filter((path) => path.endsWith('.astro'))
    .flatMap((path) => [...readFileSync(path, 'utf8').matchAll(/ id="([^"]+)"/gu)].map(([, id]) => id ?? ''));
}

/** The ids that a page has from the content: of the entries of a list, or of the headings of its own text. */
function idsOfContent(page: string, files: ReadonlyMap<string, string>): string[] {
  const list = ANCHORS_OF_LISTS[page];
  if (list !== undefined)
    return [...files.keys()]
      .filter((file) => file.startsWith(`${list}/`))
      .map((file) => file.replace(/^.*\/|\.[a-z]+$/gu, ''));
  const text = files.get(`${page.slice(1, -1)}.md`)?.replace(/^---\r?\n[\s\S]*?^---[ \t]*$/mu, '');
  return text === undefined ? [] : [...headingIdsOf(nodesOf(markdownToMdast(text)))];
}

/** A node of Markdown and all that it is made of, in the order of the text. */
export const nodesOf = (node: MdastNode): MdastNode[] => [
  node,
  ...('children' in node ? node.children.flatMap(nodesOf) : []),
];

/** The ids that Astro gives to the headings among these nodes. */
export function headingIdsOf(nodes: readonly MdastNode[]): Set<string> {
  const slugger = new GithubSlugger();
  return new Set(
    nodes
      .filter(({ type }) => type === 'heading')
      .map((heading) =>
        slugger.slug(
          nodesOf(heading)
            .map((node) => ('value' in node ? node.value : ''))
            .join(''),
        ),
      ),
  );
}
