/** Text as XML has it. */
const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** A page of the sitemap. */
export interface SitemapEntry {
  /** Whole address. */
  url: string;
  /** `2026-11-21`. */
  updated?: string | undefined;
}

/** A sitemap (https://www.sitemaps.org/protocol.html); it may have 50,000 addresses. */
export const sitemap = (entries: readonly SitemapEntry[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${entries.map(({ url, updated }) => `<url><loc>${escapeXml(url)}</loc>${updated ? `<lastmod>${updated}</lastmod>` : ''}</url>`).join('\n')}
</urlset>
`;

/** A card in the feed of changes. */
export interface FeedEntry {
  url: string;
  title: string;
  summary: string;
  /** `2026-11-21`. */
  updated: string;
}

/** A feed of changes (RFC 4287), the newest first. `home` and `self` are whole addresses: of the catalogue, of the feed. */
export const atomFeed = (
  { title, home, self }: { title: string; home: string; self: string },
  entries: readonly FeedEntry[],
): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ru">
<id>${escapeXml(home)}</id>
<title>${escapeXml(title)}</title>
<author><name>${escapeXml(title)}</name></author>
<link href="${escapeXml(home)}"/>
<link rel="self" href="${escapeXml(self)}"/>
<updated>${entries[0]?.updated ?? '1970-01-01'}T00:00:00Z</updated>
${entries.map(feedEntry).join('\n')}
</feed>
`;

const feedEntry = ({ url, title, summary, updated }: FeedEntry): string =>
  `<entry><id>${escapeXml(url)}</id><title>${escapeXml(title)}</title><link href="${escapeXml(url)}"/>` +
  `<updated>${updated}T00:00:00Z</updated><summary>${escapeXml(summary)}</summary></entry>`;

/** The search of the catalogue for the browser's address bar (OpenSearch 1.1). `search` is the whole address of the search page. */
export const openSearch = (title: string, search: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
<ShortName>Госуслуги</ShortName>
<Description>${escapeXml(title)}</Description>
<InputEncoding>UTF-8</InputEncoding>
<Url type="text/html" template="${escapeXml(search)}?q={searchTerms}"/>
</OpenSearchDescription>
`;
