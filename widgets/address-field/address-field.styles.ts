// Longer than other modules: one style sheet.
import { css } from 'lit';

/** Style sheet of the address field. It is complete, because `address-field.js` does not fetch the sheets of the widgets. */
export const styles = css`
  :host {
    --width: 100% !important;
  }
  p,
  ul {
    margin: 0;
    padding: 0;
  }
  .field {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 4px;
    align-content: start;
  }
  label {
    font-weight: 600;
  }
  .optional,
  .hint,
  .more,
  .busy {
    color: var(--quiet);
    font-weight: 400;
  }
  .hint,
  .error,
  .more,
  .busy,
  .reason {
    font-size: var(--small);
  }
  .error {
    color: var(--bad);
    font-weight: 600;
  }
  .error::before {
    content: '▲ ' / '';
    font-size: 0.7em;
    vertical-align: 0.15em;
  }
  .hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .combo {
    position: relative;
  }
  .input {
    inline-size: 100%;
    min-block-size: 48px;
    padding: 10px 14px;
    color: inherit;
    font: inherit;
    background: var(--paper);
    border: 1.5px solid var(--line-strong);
    border-radius: var(--radius);
    /* Where the page is scrolled up to the list, the label stays in sight. */
    scroll-margin-block-start: calc(5em + var(--okno-scroll-margin, 0px));
  }
  :focus-visible {
    outline: 3px solid var(--focus);
    outline-offset: 1px;
  }
  .input:focus-visible {
    border-color: var(--accent);
  }
  .bad > .input {
    border: 2px solid var(--bad);
  }
  .input:disabled {
    border-style: dashed;
  }
  .busy {
    position: absolute;
    inset: 3px 3px auto auto;
    padding: 10px 11px;
    background: var(--paper);
    pointer-events: none;
    animation: appear 0s 400ms both;
  }
  @keyframes appear {
    from {
      visibility: hidden;
    }
  }
  .popup {
    position: absolute;
    inset: calc(100% + 4px) 0 auto;
    z-index: 10;
    max-block-size: min(420px, 60vh);
    overflow-y: auto;
    overscroll-behavior: contain;
    background: var(--paper);
    border: 1px solid var(--line);
    border-radius: var(--radius);
    box-shadow: 0 12px 28px -12px #14212c66;
  }
  .reason {
    padding: 9px 14px;
    color: var(--warn);
    background: var(--warn-wash);
  }
  li {
    display: grid;
    align-content: center;
    min-block-size: 48px;
    padding: 9px 14px;
    overflow-wrap: anywhere;
    cursor: pointer;
    border-inline-start: 3px solid transparent;
  }
  li + li,
  .reason + ul {
    border-block-start: 1px solid var(--line);
  }
  li:hover,
  [aria-selected] {
    background: var(--wash);
  }
  [aria-selected] {
    border-inline-start-color: var(--accent);
  }
  mark {
    color: inherit;
    font-weight: 700;
    background: none;
    /* The system would write it in the colour of its own mark, on no background. */
    forced-color-adjust: none;
  }
  @media (forced-colors: active) {
    li[aria-selected] {
      forced-color-adjust: none;
      color: HighlightText;
      background: Highlight;
    }
    [aria-selected] .more {
      color: inherit;
    }
  }
  @media print {
    .popup {
      display: none;
    }
  }
`;
