// Longer than other modules: one style sheet.
import { css } from 'lit';

/** Style sheet of a widget's frame, and of the plain elements, buttons and notices in it. */
export const frameStyles = css`
  .frame {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 20px;
    padding: clamp(16px, 4cqi, 32px);
    background: var(--paper);
    border: 1px solid var(--line);
    border-radius: 12px;
    overflow-wrap: break-word;
  }
  :is(h2, h3, p, ul, ol, dl, dd, fieldset, legend) {
    margin: 0;
    padding: 0;
    border: 0;
    min-inline-size: 0;
  }
  li {
    list-style: none;
  }
  h2,
  h3 {
    font-weight: 650;
    line-height: 1.2;
    letter-spacing: -0.01em;
    text-wrap: balance;
  }
  h2 {
    font-size: 1.42em;
  }
  h3 {
    font-size: 1.15em;
  }
  a {
    color: var(--accent);
    text-underline-offset: 0.18em;
  }
  a:hover {
    color: var(--accent-deep);
  }
  :focus-visible {
    outline: 3px solid var(--focus);
    outline-offset: 2px;
    border-radius: 2px;
  }
  :is(h2, h3, .summary, .done):focus-visible {
    outline-offset: 6px;
  }
  .quiet {
    color: var(--quiet);
  }
  .small {
    font-size: var(--small);
  }
  .note {
    padding: 14px 18px;
    color: var(--warn);
    background: var(--warn-wash);
    border-radius: var(--radius);
    /* Seen where the system forces its colours: the background is not. */
    outline: 1px solid transparent;
  }
  .note a {
    color: inherit;
  }
  /* A live region without text takes no room in the grid. */
  .notice {
    display: contents;
  }
  /* «✓» before what is done, and before «сохранено». Screen readers do not read it. */
  .tick::before {
    content: '✓' / '';
    margin-inline-end: 0.35em;
    color: var(--good);
  }
  .saved::before {
    content: '✓ ' / '';
    color: var(--good);
  }
  .ask {
    display: grid;
    gap: 12px;
    justify-items: start;
    overflow-wrap: anywhere;
  }
  .button,
  .link {
    font: inherit;
    cursor: pointer;
  }
  .button {
    min-block-size: 48px;
    max-inline-size: 100%;
    padding: 12px clamp(12px, 4cqi, 26px);
    overflow-wrap: anywhere;
    color: var(--on-accent);
    font-weight: 600;
    background: var(--accent);
    border: 1px solid transparent;
    border-radius: var(--radius);
  }
  .button:hover {
    background: var(--accent-deep);
  }
  .button.second {
    color: var(--accent);
    background: var(--paper);
    border-color: var(--accent);
  }
  .button.second:hover {
    color: var(--accent-deep);
    background: var(--wash);
  }
  /* It waits, or cannot be pressed: no filling, a dashed edge. The pointer changes nothing. */
  .root .button[aria-disabled='true'] {
    color: var(--quiet);
    background: var(--paper);
    border: 1px dashed;
  }
  .link {
    min-block-size: 48px;
    padding: 4px;
    text-align: start;
    color: var(--accent);
    text-decoration: underline;
    text-underline-offset: 0.18em;
    background: none;
    border: 0;
  }
  .link:hover {
    color: var(--accent-deep);
    text-decoration-thickness: 2px;
  }
  .go {
    display: flex;
    flex-wrap: wrap;
    gap: 12px 20px;
    align-items: center;
    padding-block-start: 20px;
    border-block-start: 1px solid var(--line);
  }
  .hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @container (max-width: 480px) {
    .go .button {
      flex: 1 1 100%;
    }
  }
  @media print {
    .go,
    .link,
    .button {
      display: none;
    }
    .frame {
      border: 0;
      padding: 0;
    }
  }
`;
