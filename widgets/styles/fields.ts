import { css } from 'lit';

/** Style sheet of form fields: label, hint, error, control. */
export const fieldStyles = css`
  .field {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 4px;
  }
  /* WebKit does not wrap the legend of a grid again when the widget becomes narrower: margins replace the grid in a fieldset. */
  fieldset.field {
    display: block;
  }
  fieldset.field > :is(.hint, .error, a) {
    display: block;
  }
  fieldset.field > :not(legend) ~ * {
    margin-block-start: 4px;
  }
  fieldset.field > a {
    padding-block: 4px;
  }
  .field > label,
  .field > legend {
    font-weight: 600;
  }
  .field > legend {
    margin-block-end: 4px;
  }
  .optional {
    color: var(--quiet);
    font-weight: 400;
  }
  .hint {
    color: var(--quiet);
    font-size: var(--small);
  }
  .error {
    color: var(--bad);
    font-size: var(--small);
    font-weight: 600;
  }
  .error::before {
    content: '▲' / '';
    margin-inline-end: 0.4em;
    font-size: 0.7em;
    vertical-align: 0.15em;
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
  }
  .input.narrow {
    max-inline-size: 15em;
  }
  textarea.input {
    min-block-size: 7.5em;
    resize: vertical;
    field-sizing: content;
  }
  .input:focus-visible {
    border-color: var(--accent);
    outline-offset: 1px;
    border-radius: var(--radius);
  }
  .bad > .input {
    border: 2px solid var(--bad);
  }
  .options {
    display: grid;
    gap: 8px;
  }
  .option {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 12px;
    align-items: center;
    min-block-size: 48px;
    padding: 10px 14px;
    border: 1.5px solid var(--line-strong);
    border-radius: var(--radius);
    cursor: pointer;
  }
  .option:has(:checked) {
    background: var(--wash);
    border-color: var(--accent);
  }
  .option:has(:focus-visible) {
    outline: 3px solid var(--focus);
    outline-offset: 2px;
  }
  .option input {
    inline-size: 22px;
    block-size: 22px;
    margin: 0;
    accent-color: var(--accent);
  }
  .option input:focus-visible {
    outline: none;
  }
  .bad > .options > .option {
    border-color: var(--bad);
  }
`;
