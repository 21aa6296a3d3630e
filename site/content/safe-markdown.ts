import { satteri } from '@astrojs/markdown-satteri';
import { defineHastPlugin, defineMdastPlugin } from 'satteri';

/**
 * The Markdown processor of the catalogue's texts. The content check refuses HTML, foreign pictures and addresses that run code;
 * this makes them harmless where nobody has checked: HTML stands on the page as the text that it is, a link or picture that may
 * not be there leaves its words. `base` is where the catalogue stands on its host: `/catalog/`.
 */
export const safeMarkdown = (base = '/') =>
  satteri({ mdastPlugins: [dropHtmlAndForeignPictures], hastPlugins: [dropUnsafeAddresses, moveTo(base)] });

/** What an address in a text leads to. `unsafe` is whatever a browser might run, or resolve in a way that nobody meant. */
export type LinkKind = 'site' | 'anchor' | 'foreign' | 'unsafe';

/**
 * The kind of an address in Markdown.
 *
 * @example linkKind('/guide/account/#esia') // 'site'
 * @example linkKind('mailto:priemnaya@example.ru') // 'foreign'
 * @example linkKind('JaVaScRiPt:alert(1)') // 'unsafe', and so are `data:…`, `//example.ru`, `guide/account/`
 */
export function linkKind(address: string): LinkKind {
  // A browser drops control characters from an address, and takes a backslash for a slash.
  if (/[\p{Cc}\p{Cf}\\]/u.test(address) || !isDecodable(address)) return 'unsafe';
  if (/^\/(?!\/)/.test(address)) return 'site';
  if (address.startsWith('#')) return 'anchor';
  return /^(?:https?:\/\/[^/]|mailto:|tel:)/i.test(address) ? 'foreign' : 'unsafe';
}

/** Whether the per cent signs of an address stand for UTF-8: Astro decodes the addresses of pictures. */
function isDecodable(address: string): boolean {
  try {
    return decodeURI(address) !== '';
  } catch {
    return false;
  }
}

const dropHtmlAndForeignPictures = defineMdastPlugin({
  name: 'okno:drop-html-and-foreign-pictures',
  html(node, context) {
    context.replaceNode(node, { type: 'text', value: node.value });
  },
  image(node, context) {
    if (linkKind(node.url) !== 'site') context.replaceNode(node, { type: 'text', value: node.alt ?? '' });
  },
  // Its address stands elsewhere, and may be one of a link, too.
  imageReference(node, context) {
    context.replaceNode(node, { type: 'text', value: node.alt ?? '' });
  },
});

const dropUnsafeAddresses = defineHastPlugin({
  name: 'okno:drop-unsafe-addresses',
  element: {
    filter: ['a'],
    visit(node, context) {
      if (linkKind(String(node.properties.href)) === 'unsafe') context.setProperty(node, 'href', null);
    },
  },
});

/** Puts links and pictures of the catalogue below its base. */
const moveTo = (base: string) =>
  defineHastPlugin({
    name: 'okno:move-to-base',
    element: {
      filter: ['a', 'img'],
      visit(node, context) {
        const name = node.tagName === 'a' ? 'href' : 'src';
        const address = node.properties[name];
        if (typeof address === 'string' && linkKind(address) === 'site')
          context.setProperty(node, name, `${base}${address.slice(1)}`);
      },
    },
  });
