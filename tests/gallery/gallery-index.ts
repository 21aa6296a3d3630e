import { html, render } from 'lit';

import { LOOKS } from './looks.ts';
import type { Impossible, Reach, States } from './states.ts';

const STYLE = `
  body { margin: 0; font: 15px/1.5 system-ui; display: grid; grid-template-columns: 280px 1fr; block-size: 100vh }
  nav { overflow: auto; padding: 12px }
  nav ul { padding: 0; list-style: none }
  iframe { inline-size: 100%; block-size: 100%; border: 0; border-inline-start: 1px solid #aaa }
  nav > p a { display: block }
  small { color: #666 }
`;

/** Shows the list of all states; the one that is pressed stands beside it, in the look that was pressed last. */
export function showIndex(all: ReadonlyMap<string, States>): void {
  let look = 'light';
  const frame = document.createElement('iframe');
  frame.title = 'Виджет';
  const setLook = (event: Event) => {
    look = (event.target as HTMLSelectElement).value;
    if (frame.contentWindow) frame.contentWindow.location.hash = look;
  };
  const show = (event: Event) => {
    event.preventDefault();
    frame.src = `${(event.target as HTMLAnchorElement).search}#${look}`;
  };
  const links = document.createElement('p');
  links.append(...document.querySelectorAll('body > a'));
  render(
    html`<style>
        ${STYLE}
      </style>
      <nav>
        ${links}
        <label>
          Вид
          <select @change=${setLook}>
            ${Object.entries(LOOKS).map(([name, { title }]) => html`<option value=${name}>${title}</option>`)}
          </select>
        </label>
        ${[...all].map(([widget, states]) => widgetView(widget, states, show))}
      </nav>
      ${frame}`,
    document.body,
  );
}

const widgetView = (widget: string, states: States, show: (event: Event) => void) =>
  html`<h2>${widget}</h2>
    <ul>
      ${Object.entries(states).map(([name, state]) => html`<li>${stateView(widget, [name, state], show)}</li>`)}
    </ul>`;

const stateView = (
  widget: string,
  [name, state]: [string, Reach | Impossible],
  show: (event: Event) => void,
) =>
  typeof state === 'function'
    ? html`<a href="?widget=${widget}&state=${name}" @click=${show}>${name}</a>`
    : html`<span>${name}</span> <small>${state.impossible}</small>`;
