import { telephoneLink } from '../catalogue/wording.ts';
import type { AnswerLine } from './answer-words.ts';
import { markWords } from './excerpt.ts';
import type { FilterCounts } from './filter-hits.ts';
import type { ShownResult } from './shown-result.ts';

/** Writes behind every option how many results it would leave: «федеральная (9)». Options without a title are «no filter». */
export function showFilterCounts(selects: readonly HTMLSelectElement[], counts: FilterCounts): void {
  for (const select of selects) {
    for (const option of select.options) {
      const { title } = option.dataset;
      if (title) option.text = `${title} (${counts[select.name]?.[option.value] ?? 0})`;
    }
  }
}

/** What a result is written into. */
export interface ResultTemplate {
  /** The page's template (`SearchResults.astro`): kind, link, answers, excerpt. */
  template: HTMLTemplateElement;
  /** Where the site begins. */
  siteRoot: URL;
  /** The stems of the words looked for: they are marked. */
  stems: ReadonlySet<string>;
}

/** Fills a copy of the template with one result. */
export function renderResult(
  { url, kind, title, excerpt, answers }: ShownResult,
  { template, siteRoot, stems }: ResultTemplate,
): DocumentFragment {
  const result = document.importNode(template.content, true);
  const part = (name: string) => {
    const element = result.querySelector(`[data-part="${name}"]`);
    if (!element) throw new Error(`the template of a result has no ${name}`);
    return element;
  };
  part('kind').textContent = kind;
  const link = part('link') as HTMLAnchorElement;
  link.href = new URL(url.slice(1), siteRoot).href;
  link.textContent = title;
  part('answers').replaceChildren(...answers.flatMap(renderAnswer));
  for (const { text, marked } of markWords(excerpt, stems)) {
    const mark = marked ? document.createElement('mark') : undefined;
    mark?.append(text);
    part('excerpt').append(mark ?? text);
  }
  return result;
}

/** An answer as term and description: «Телефон: +7 3852 20-05-50 — справочная МФЦ». */
function renderAnswer({ label, text, notes, isPhone }: AnswerLine): HTMLElement[] {
  const [term, description] = [document.createElement('dt'), document.createElement('dd')];
  term.textContent = label;
  const value = document.createElement(isPhone ? 'a' : 'b');
  if (value instanceof HTMLAnchorElement) value.href = telephoneLink(text);
  value.textContent = text;
  description.append(value);
  if (notes.length) {
    const small = document.createElement('small');
    small.textContent = notes.join(', ');
    description.append(' ', small);
  }
  return [term, description];
}
