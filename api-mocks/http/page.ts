import { randomBytes } from 'node:crypto';

import type { Context } from 'hono';
import { html, raw } from 'hono/html';

/** A piece of HTML whose inserted values are escaped: what Hono's `html` tag gives. */
export type Markup = ReturnType<typeof html>;

const STYLES = `
  :root { color-scheme: light dark; --line: light-dark(#d5dbe1, #3a444d); --accent: light-dark(#0b5a7d, #8ccdea); }
  body { margin: 0 auto; padding: 2rem 1rem 4rem; max-inline-size: 68rem; font: 1.0625rem/1.5 'Golos Text', system-ui, sans-serif;
    background: light-dark(#fff, #14191d); color: light-dark(#1b2328, #e6ebef); overflow-wrap: break-word; }
  h1 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 1rem; }
  h2 { font-size: 1.25rem; line-height: 1.3; margin: 2.5rem 0 0.75rem; }
  p, ul, dl { max-inline-size: 66ch; }
  a { color: var(--accent); }
  table { inline-size: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums; }
  th, td { padding: 0.75rem 1rem 0.75rem 0; text-align: start; vertical-align: top; border-block-start: 1px solid var(--line); }
  thead th { border: 0; font-weight: 600; }
  thead th, .number { white-space: nowrap; }
  tbody th { font-weight: 600; }
  form { display: inline; }
  button { min-block-size: 3rem; padding: 0.5rem 1rem; margin: 0 0.25rem 0.25rem 0; font: inherit; text-align: start; cursor: pointer;
    color: var(--accent); background: none; border: 1px solid currentcolor; border-radius: 0.5rem; }
  button:hover { background: light-dark(#eef5f9, #1e2a32); }
  :focus-visible { outline: 3px solid #e3a82b; outline-offset: 2px; }
  nav ul { display: flex; flex-wrap: wrap; gap: 0.25rem 1.5rem; padding: 0; margin: 0 0 2rem; list-style: none; }
  nav a { display: inline-block; padding-block: 0.5rem; }
  nav [aria-current]:not([aria-current='false']) { color: inherit; font-weight: 600; text-decoration: none; border-block-end: 3px solid var(--accent); }
  fieldset { margin: 0 0 1.5rem; padding: 0; border: 0; min-inline-size: 0; max-inline-size: 40rem; }
  legend { padding: 0; margin-block-end: 0.5rem; font-weight: 600; }
  label { display: block; margin-block-end: 0.75rem; }
  label:has(> [type='radio']) { padding-block: 0.25rem; margin: 0; }
  label:has(> [type='checkbox']) { display: inline-block; min-block-size: 2rem; margin-inline-end: 1rem; }
  input:not([type='checkbox'], [type='radio']), select, textarea { display: block; box-sizing: border-box; inline-size: 100%; min-block-size: 3rem;
    margin-block-start: 0.25rem; padding: 0.5rem 0.75rem; font: inherit; color: inherit; background: none;
    border: 1px solid light-dark(#68757f, #8b98a3); border-radius: 0.5rem; }
  option { color: canvastext; background: canvas; }
  textarea { min-block-size: 6rem; }
  pre { white-space: pre-wrap; font: inherit; margin: 0; }
  details { max-inline-size: 40rem; border-block-start: 1px solid var(--line); }
  td details { border: 0; }
  details:has(+ fieldset) { margin-block-end: 1.5rem; }
  table + form { margin-block-start: 1rem; }
  td summary { padding-block: 0; }
  summary { padding-block: 0.75rem; cursor: pointer; color: var(--accent); }
  .facts { display: grid; grid-template-columns: max-content 1fr; gap: 0.5rem 1.5rem; margin: 0; }
  .facts dt { color: light-dark(#56636d, #a3b0ba); }
  dd { margin: 0 0 1rem; }
  .facts dd { margin: 0; }
  .stack { display: block; margin-block-end: 2rem; }
  .wide { display: block; inline-size: 100%; max-inline-size: 32rem; margin-block-end: 0.75rem; }
  .quiet { color: light-dark(#56636d, #a3b0ba); }
  .late::before { content: '▲ '; }
  .late { font-weight: 600; }
  @media (max-width: 45rem) {
    thead { position: absolute; clip-path: inset(50%); inline-size: 1px; block-size: 1px; overflow: hidden; }
    tr { display: block; padding-block: 0.75rem; border-block-start: 1px solid var(--line); }
    th, td { display: block; padding: 0.125rem 0; border: 0; }
    .facts { display: block; }
    .facts dd { margin-block-end: 0.75rem; }
  }
`;

interface HtmlPage {
  /** Stands in the browser's tab and in the heading. */
  title: string;
  body: Markup;
  /** JavaScript that runs in the page when it has loaded. */
  script?: string;
  status?: 200 | 403 | 404 | 409;
  /** HTML above the heading: the menu. */
  aboveTitle?: Markup | string;
}

/**
 * Responds with a page of the portal. The page cannot be framed. It runs its own style sheet and `script` only: both bear a
 * nonce, a random text that the `Content-Security-Policy` names. A script that somebody smuggled into the page has no nonce.
 */
export function htmlPage(c: Context, { title, body, script, status = 200, aboveTitle = '' }: HtmlPage) {
  const nonce = randomBytes(16).toString('base64');
  c.header(
    'Content-Security-Policy',
    `default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
  );
  // With `no-referrer` browsers would send `Origin: null` with our own forms, and `csrf()` would refuse them.
  c.header('Referrer-Policy', 'same-origin');
  c.header('Cache-Control', 'no-store');
  return c.html(
    html`<!doctype html>
      <html lang="ru">
        ${head(title, nonce)}
        <body>
          ${aboveTitle}
          <main>
            <h1>${title}</h1>
            ${body}
          </main>
          ${script === undefined ? '' : scriptElement(script, nonce)}
        </body>
      </html>`,
    status,
  );
}

const head = (title: string, nonce: string) =>
  html`<head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <title>${title}</title>
    <style nonce="${nonce}">
      ${raw(STYLES)}
    </style>
  </head>`;

const scriptElement = (script: string, nonce: string) =>
  html`<script nonce="${nonce}">
    ${raw(script)};
  </script>`;
