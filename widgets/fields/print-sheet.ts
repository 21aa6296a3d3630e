import { render, type LitElement, type TemplateResult } from 'lit';

import { sheetCss } from '../styles/sheet.ts';

interface Sheet {
  title: string;
  content: TemplateResult;
}

/**
 * Prints a sheet of its own: in an empty document inside the widget, so that nothing of the page around is printed, none of its styles
 * reaches it, and no window is opened.
 */
export async function printSheet(host: LitElement, { title, content }: Sheet): Promise<void> {
  const frame = await openFrame(host);
  const sheet = frame.contentDocument;
  const page = frame.contentWindow;
  if (!sheet || !page) throw new Error('The page has no access to its own frame');
  sheet.documentElement.lang = (host.renderRoot as HTMLElement).lang;
  sheet.title = title;
  addSheetStyles(sheet);
  render(content, sheet.body);
  page.addEventListener('afterprint', () => {
    frame.remove();
  });
  page.print();
}

/** Opens an empty frame inside the shadow root of the widget. One that an earlier print has left there is removed. */
async function openFrame(host: LitElement): Promise<HTMLIFrameElement> {
  host.shadowRoot?.querySelector('iframe')?.remove();
  const frame = document.createElement('iframe');
  frame.setAttribute('aria-hidden', 'true');
  frame.tabIndex = -1;
  // Firefox prints nothing of a frame that is not displayed.
  frame.style.cssText = 'position: fixed; inline-size: 0; block-size: 0; border: 0; visibility: hidden;';
  // Firefox replaces the first document of a frame a moment later.
  const isThere = new Promise((resolve) => (frame.onload = resolve));
  host.shadowRoot?.append(frame);
  await isThere;
  return frame;
}

/** A constructed sheet also where the policy of the page forbids `<style>`; Safari before 16.4 has only that. */
function addSheetStyles(sheet: Document): void {
  const view = sheet.defaultView;
  if (view && 'adoptedStyleSheets' in sheet) {
    const styles = new view.CSSStyleSheet();
    styles.replaceSync(sheetCss);
    sheet.adoptedStyleSheets = [styles];
  } else sheet.head.append(Object.assign(sheet.createElement('style'), { textContent: sheetCss }));
}
