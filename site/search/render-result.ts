import { excerptOf } from './excerpt.ts';
import type { FilterCounts, Hit } from './search-catalogue.ts';

/** Writes behind every option how many results it would leave: «федеральная (9)». Options without a title are «no filter». */
export function showFilterCounts(selects: readonly HTMLSelectElement[], counts: FilterCounts): void {
  for (const select of selects) {
    for (const option of select.options) {
      const { title } = option.dataset;
      if (title) option.text = `${title} (${counts[select.name]?.[option.value] ?? 0})`;
    }
  }
}

/**
 * Fills a copy of the page's template (`SearchResults.astro`) with one result: kind, link, and an excerpt with the words marked.
 */
export async function renderResult(
  template: HTMLTemplateElement,
  hit: Hit,
  words: readonly string[],
): Promise<DocumentFragment> {
  const { url, content, meta } = await hit.data();
  const result = document.importNode(template.content, true);
  const link = result.querySelector('a');
  const [kindLine, excerptLine] = result.querySelectorAll('p');
  if (!link || !kindLine || !excerptLine) throw new Error('the template of a result has lost a part');
  link.href = url;
  link.textContent = meta['title'] ?? url;
  kindLine.textContent = meta['kind'] ?? '';
  for (const part of excerptOf(content, meta['lead'] ?? '', words)) {
    const mark = part.marked ? document.createElement('mark') : undefined;
    mark?.append(part.text);
    excerptLine.append(mark ?? part.text);
  }
  return result;
}
