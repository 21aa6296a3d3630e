import { html, nothing, type TemplateResult } from 'lit';

import type { AgencyContact } from '../contract/forms/schemas.ts';
import { ServiceVisitSchema, type VisitAdvice } from '../contract/visits/schemas.ts';
import type { Portal } from '../portal/context.ts';
import { fetchJsonIfFound } from '../portal/http.ts';
import type { Messages } from './messages.ts';

/** Fetches what the catalogue says about coming to an agency; `undefined` where it says nothing of this one. */
export async function fetchVisitAdvice(
  portal: Portal,
  { service, office }: { service: string; office: string },
): Promise<VisitAdvice | undefined> {
  const url = new URL(`${encodeURIComponent(service)}.json`, portal.config.forms);
  const file = await fetchJsonIfFound(portal, { url, schema: ServiceVisitSchema });
  return file?.agency.slug === office ? file.visit : undefined;
}

/** Shows where to come: name, address, the way, a map that is opened only by a click, telephone, hours. */
export function placeView(
  { title, address, phone, hours }: AgencyContact,
  advice: VisitAdvice | undefined,
  messages: Messages,
): TemplateResult {
  return html`<div class="place">
    <p>${title}</p>
    ${address === undefined ? nothing : addressView(address, messages)}
    ${advice?.way === undefined ? nothing : html`<p class="quiet">${advice.way}</p>`}
    ${
      phone === undefined
        ? nothing
        : html`<p class="small quiet">
            ${messages.officePhone} <a href="tel:${phone.replace(/[^\d+]/g, '')}">${phone}</a>
          </p>`
    }
    ${hours === undefined ? nothing : html`<p class="small quiet">${messages.officeHours} ${hours}</p>`}
  </div>`;
}

function addressView(address: string, messages: Messages) {
  const map = `https://www.openstreetmap.org/search?query=${encodeURIComponent(address)}`;
  return html`<p class="quiet">${address}</p>
    <p class="small">
      <a href=${map} target="_blank" rel="noopener noreferrer" referrerpolicy="no-referrer"
        >${messages.map}</a
      >
    </p>`;
}

/** Shows what to bring: what the official has listed, else the papers of the card. */
export function bringView(
  listed: readonly string[],
  advice: VisitAdvice | undefined,
  messages: Messages,
): TemplateResult | typeof nothing {
  const papers = listed.length ? listed.map((title) => ({ title, required: true })) : (advice?.bring ?? []);
  if (!papers.length) return nothing;
  return html`<div>
    <p><b>${messages.papers}</b></p>
    <ul class="papers">
      ${papers.map(paperView(messages))}
    </ul>
  </div>`;
}

const paperView =
  ({ ifAny }: Messages) =>
  ({ title, note, required }: VisitAdvice['bring'][number]) =>
    html`<li>
      ${title} ${note === undefined && required ? nothing : html`<p class="small quiet">${note ?? ifAny}</p>`}
    </li>`;
