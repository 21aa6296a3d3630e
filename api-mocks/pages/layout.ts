import type { Context } from 'hono';
import { html } from 'hono/html';

import { page, type Markup } from '../http/page.ts';
import { dayInWords } from '../words.ts';

const ROOMS = [
  ['/sandbox/', 'Дела'],
  ['/sandbox/complaints', 'Жалобы'],
  ['/sandbox/outbox', 'Отправленное'],
  ['/sandbox/citizens', 'Жители'],
  ['/sandbox/services', 'Услуги'],
  ['/sandbox/faults', 'Сбои'],
] as const;
export type Room = (typeof ROOMS)[number][0];

/** A page of the officials' side, in one of its rooms. */
export const deskPage = (c: Context, room: Room, title: string, body: Markup) =>
  page(c, title, body, {
    before: html`<nav aria-label="Учебный портал">
      <ul>
        ${ROOMS.map(
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
export const impossible = (c: Context, why: string, back: string) =>
  page(
    c,
    'Так сделать нельзя',
    html`<p>${why}</p>
      <p><a href="${back}">Вернуться</a></p>`,
    { status: 409 },
  );

/** Rows below their columns, or a sentence where there are none. */
export function table(columns: readonly string[], rows: readonly Markup[], none: string): Markup {
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
export const due = (day: string, late: boolean): Markup =>
  late ? html`<span class="late">до ${dayInWords(day)} — просрочен</span>` : html`до ${dayInWords(day)}`;

const MOMENT = new Intl.DateTimeFormat('ru', {
  dateStyle: 'long',
  timeStyle: 'short',
  timeZone: 'Asia/Barnaul',
});

/** An instant, as people of the region write it: «21 ноября 2026 г. в 12:00». */
export const momentInWords = (instant: string): string => MOMENT.format(new Date(instant));
