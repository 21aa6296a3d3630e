import type { Context } from 'hono';
import { html } from 'hono/html';

import { htmlPage, type Markup } from '../http/page.ts';
import { dateInWords } from '../store/region-clock.ts';

const SANDBOX_SECTIONS = [
  ['/sandbox/', 'Дела'],
  ['/sandbox/complaints', 'Жалобы'],
  ['/sandbox/outbox', 'Отправленное'],
  ['/sandbox/citizens', 'Жители'],
  ['/sandbox/services', 'Услуги'],
  ['/sandbox/faults', 'Сбои'],
] as const;
export type SandboxSection = (typeof SANDBOX_SECTIONS)[number][0];

/** A page of the officials' side, in one of its rooms. */
export const sandboxPage = (
  c: Context,
  room: SandboxSection,
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
                aria-current="${href !== room ? 'false' : href === c.req.path ? 'page' : 'true'}"
                >${name}</a
              >
            </li>`,
        )}
      </ul>
    </nav>`,
  });

/** What was asked for cannot be done; says why, and leads back. */
export const conflictPage = (c: Context, why: string, back: string) =>
  htmlPage(c, {
    title: 'Так сделать нельзя',
    body: html`<p>${why}</p>
      <p><a href="${back}">Вернуться</a></p>`,
    status: 409,
  });

/** Rows below their columns, or a sentence where there are none. */
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

/** The last day of an answer. */
export const dueInWords = ({ dueOn, overdue }: { dueOn: string; overdue: boolean }): Markup =>
  overdue
    ? html`<span class="late">до ${dateInWords(dueOn)} — просрочен</span>`
    : html`до ${dateInWords(dueOn)}`;
