import type { Context } from 'hono';
import { html } from 'hono/html';

import { htmlPage, type Markup } from '../http/page.ts';
import { dateInWords } from '../store/region-clock.ts';

/** Entries of the menu: address and label. */
const SANDBOX_SECTIONS = [
  ['/sandbox/', 'Дела'],
  ['/sandbox/complaints', 'Жалобы'],
  ['/sandbox/outbox', 'Отправленное'],
  ['/sandbox/citizens', 'Жители'],
  ['/sandbox/services', 'Услуги'],
  ['/sandbox/faults', 'Сбои'],
] as const;
/** Address of a section: `/sandbox/faults`. */
export type SandboxSection = (typeof SANDBOX_SECTIONS)[number][0];

/** Responds with a page of the sandbox, with the menu above it. The menu marks the section that the page belongs to. */
export const sandboxPage = (
  c: Context,
  section: SandboxSection,
  { title, body }: { title: string; body: Markup },
) =>
  htmlPage(c, {
    title,
    body,
    aboveTitle: html`<nav aria-label="Учебный портал">
      <ul>
        ${SANDBOX_SECTIONS.map(
          ([href, name]) =>
            html`<li>
              <a
                href="${href}"
                aria-current="${href !== section ? 'false' : href === c.req.path ? 'page' : 'true'}"
                >${name}</a
              >
            </li>`,
        )}
      </ul>
    </nav>`,
  });

/** Responds with 409 and a page that says why something is impossible. `back` is the address of a link. */
export const conflictPage = (c: Context, why: string, back: string) =>
  htmlPage(c, {
    title: 'Так сделать нельзя',
    body: html`<p>${why}</p>
      <p><a href="${back}">Вернуться</a></p>`,
    status: 409,
  });

/** A table of `<tr>` rows, or the sentence `none` if there are no rows. */
export function htmlTable(columns: readonly string[], rows: readonly Markup[], none: string): Markup {
  if (!rows.length) return html`<p class="quiet">${none}</p>`;
  return html`<table>
    <thead>
      <tr>
        ${columns.map((column) => html`<th scope="col">${column}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows}
    </tbody>
  </table>`;
}

/** The last day of an answer: «до 4 декабря 2026 г.», with «просрочен» if it is over. */
export const dueInWords = ({ dueOn, overdue }: { dueOn: string; overdue: boolean }): Markup =>
  overdue
    ? html`<span class="late">до ${dateInWords(dueOn)} — просрочен</span>`
    : html`до ${dateInWords(dueOn)}`;
