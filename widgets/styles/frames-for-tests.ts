import { openPortal, waitUntilFound } from '../../tests/widgets/page.ts';
import type { WidgetElement } from '../fields/widget-element.ts';

/** A page of its own inside the test's page. */
export interface Frame {
  frame: HTMLIFrameElement;
  page: Document;
  /** The first widget in it, opened. */
  widget: WidgetElement;
}

/**
 * Opens a page with this HTML in a frame, in the place of all that was there, and waits for its first widget. Without
 * `<!doctype html>` the page is in quirks mode.
 */
export async function openFrame(html: string, width = 1000): Promise<Frame> {
  const modules = [...new Set(html.match(/(?<=<okno-)[\w-]+/g))].map(
    (name) => `<script type="module" src="${location.origin}/widgets/${name}/register.ts"></script>`,
  );
  const frame = document.createElement('iframe');
  frame.style.cssText = `display: block; inline-size: ${width}px; block-size: 700px; border: 0`;
  frame.src = URL.createObjectURL(new Blob([html, ...modules], { type: 'text/html; charset=utf-8' }));
  document.body.replaceChildren(frame);
  const portal = await openPortal();
  const widget = await waitUntilFound(
    () =>
      [...(frame.contentDocument?.querySelectorAll<WidgetElement>(':defined') ?? [])].find(({ localName }) =>
        localName.startsWith('okno-'),
      ),
    'the widget in the frame',
  );
  Object.assign(widget, { portal });
  await waitUntilFound(() => widget.renderRoot.querySelector('h2, label'), 'what the widget shows');
  return { frame, page: widget.ownerDocument, widget };
}
