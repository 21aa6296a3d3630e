import { markdownToMdast, type MdastNode } from 'satteri';

import { issueTextFor } from '../catalogue/messages.ts';
import type { ContentIssue } from './content-issue.ts';
import type { ParsedFile } from './parsed-file.ts';
import { linkKind } from './safe-markdown.ts';
import { headingIdsOf, nodesOf, type SiteAddresses } from './site-addresses.ts';

/** One thing wrong in a text of Markdown: where, and a key of `messages.ts`. */
interface MarkdownFault {
  node: MdastNode;
  key: string;
}

/** A link that is not finished is text for Markdown: `[Страницу(/guide/`, `[слово] (/guide/)`. */
const UNFINISHED_LINK = /\]\s?\(|\[[^\]]*(?:\(|$)|\]\[/u;

/**
 * Checks the text below the facts: gives its issues (HTML, links and pictures that lead nowhere or may not be there), and where it leads
 * within the catalogue. It is read by the parser that renders it, so nothing can look harmless here and be something else on the page.
 */
export function checkMarkdown(
  parsed: ParsedFile,
  addresses: SiteAddresses,
): { issues: ContentIssue[]; links: string[] } {
  const { file, body, bodyLine } = parsed;
  if (!body) return { issues: [], links: [] };
  const nodes = nodesOf(markdownToMdast(body));
  const ownIds = headingIdsOf(nodes);
  const faults = nodes.flatMap((node) => {
    const key = faultOf(node, ownIds, addresses);
    return key === undefined ? [] : [{ node, key }];
  });
  const issues = withoutClosingTags(faults).map(({ node, key }) => ({
    file,
    line: bodyLine - 1 + (node.position?.start.line ?? 1),
    column: node.position?.start.column ?? 1,
    field: '',
    ...issueTextFor(key, 'url' in node ? node.url : undefined),
  }));
  const links = nodes.flatMap((node) => ('url' in node && linkKind(node.url) === 'site' ? [node.url] : []));
  return { issues, links };
}

/** Whether the catalogue has a page, a picture, and the place on the page that an address names. */
export const hasPage = (address: string, addresses: SiteAddresses): boolean =>
  addressFault(address, new Set(), addresses) === undefined;

/** The message key of what is wrong with a node itself. */
function faultOf(node: MdastNode, ownIds: ReadonlySet<string>, addresses: SiteAddresses): string | undefined {
  switch (node.type) {
    case 'html':
      return 'html';
    case 'text':
      return UNFINISHED_LINK.test(node.value) ? 'brokenLink' : undefined;
    case 'imageReference':
      return 'foreignPicture';
    case 'image':
      if (linkKind(node.url) !== 'site') return 'foreignPicture';
      return addresses.hasFile(node.url) ? undefined : 'noPicture';
    case 'link':
    case 'definition':
      return addressFault(node.url, ownIds, addresses);
    default:
      return undefined;
  }
}

/** The message key of what is wrong with the address of a link. */
function addressFault(
  url: string,
  ownIds: ReadonlySet<string>,
  addresses: SiteAddresses,
): string | undefined {
  const kind = linkKind(url);
  if (kind === 'unsafe') return 'unsafeAddress';
  if (kind === 'foreign') return undefined;
  const [address = '', anchor] = decodeURI(url).split('#');
  const page = address.replace(/\?.*$/u, '');
  const ids = page ? addresses.anchorsOf(page) : ownIds;
  if (!ids) return `noPage:${addresses.nearestPage(page)}`;
  return anchor && !ids.has(anchor) ? `noAnchor:${[...ids].join('|')}` : undefined;
}

/** Faults without closing tags whose opening tag is one, and with one HTML fault a line. */
function withoutClosingTags(faults: readonly MarkdownFault[]): MarkdownFault[] {
  const isTag = ({ key }: MarkdownFault) => key === 'html';
  return faults.filter((fault, i) => {
    if (!isTag(fault) || fault.node.type !== 'html') return true;
    const before = faults.slice(0, i).filter(isTag);
    const isOnOneLine = before.some(
      ({ node }) => node.position?.start.line === fault.node.position?.start.line,
    );
    return !isOnOneLine && !(before.length && fault.node.value.startsWith('</'));
  });
}
