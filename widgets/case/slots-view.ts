import { html, type TemplateResult } from 'lit';

import type { Slot } from '../contract/appointments/schemas.ts';
import type { Messages } from './messages.ts';

interface SlotsOptions {
  messages: Messages;
  /** IANA name of the region's time zone: the days and the times are its own. */
  timeZone: string;
  /** The day whose times are shown, `YYYY-MM-DD`; the first one where it has none. */
  day: string;
  /** The start of the marked time; empty where none is. */
  chosen: string;
  onDay: (day: string) => void;
  onChoose: (startsAt: string) => void;
}

/** Shows free times: first the days, then the times of the marked one. */
export function slotsView(slots: readonly Slot[], options: SlotsOptions): TemplateResult {
  const { messages, timeZone, chosen, onDay, onChoose } = options;
  const days = slotsByDay(slots, timeZone);
  const [first = ''] = days.keys();
  const day = days.has(options.day) ? options.day : first;
  const times = (days.get(day) ?? []).map(({ startsAt }) => startsAt);
  return html`${choicesView(messages.days, { values: [...days.keys()], text: messages.day, chosen: day, onChoose: onDay })}
  ${choicesView(messages.times, { values: times, text: (at) => messages.time(at, timeZone), chosen, onChoose })}`;
}

interface Choices {
  values: readonly string[];
  text: (value: string) => string;
  chosen: string;
  onChoose: (value: string) => void;
}

/** A group of radio buttons side by side. */
const choicesView = (legend: string, { values, text, chosen, onChoose }: Choices) =>
  html`<fieldset class="field">
    <legend>${legend}</legend>
    <div class="times">
      ${values.map(
        (value) =>
          html`<label class="option">
            <input
              type="radio"
              name=${legend}
              value=${value}
              .checked=${value === chosen}
              @change=${() => {
                onChoose(value);
              }}
            />
            <span>${text(value)}</span>
          </label>`,
      )}
    </div>
  </fieldset>`;

/**
 * Sorts times by the day in the region, `YYYY-MM-DD`.
 *
 * @example
 * slotsByDay([{ startsAt: '2026-11-30T22:00:00Z', … }], 'Europe/Moscow') // Map { '2026-12-01' => […] }
 */
export function slotsByDay(slots: readonly Slot[], timeZone: string): Map<string, Slot[]> {
  const dayOf = new Intl.DateTimeFormat('sv', { timeZone });
  const days = new Map<string, Slot[]>();
  for (const slot of slots) {
    const day = dayOf.format(new Date(slot.startsAt));
    days.set(day, [...(days.get(day) ?? []), slot]);
  }
  return days;
}
