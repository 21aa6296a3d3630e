import { css, type CSSResult, type LitElement } from 'lit';

/** Adds a style sheet to an element that is rendered already. Does nothing where the element has it. */
export function adoptStyles({ shadowRoot: root }: LitElement, { styleSheet }: CSSResult): void {
  if (root && styleSheet && !root.adoptedStyleSheets.includes(styleSheet))
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, styleSheet];
}

/** Style sheet of the details below an address, and of the address in parts. */
export const extraStyles = css`
  .below {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 24px;
    align-items: start;
    margin-block-start: 4px;
  }
  .below > p,
  .question,
  .remember,
  .below label {
    font-size: var(--small);
  }
  .whole,
  .below > .unlisted {
    flex: 1 1 100%;
  }
  .below > .unlisted {
    color: var(--quiet);
  }
  .unlisted::first-letter {
    text-transform: uppercase;
  }
  .link {
    min-block-size: 48px;
    margin-inline-start: 4px;
    padding: 4px;
    color: var(--accent);
    font: inherit;
    text-decoration: underline;
    text-underline-offset: 0.18em;
    background: none;
    border: 0;
    cursor: pointer;
  }
  .whole,
  .question {
    display: flex;
    flex-wrap: wrap;
    gap: 0 16px;
    align-items: center;
  }
  /* The texts stand in one column where the line is too narrow for both. */
  .whole > .link,
  .question > .link {
    min-inline-size: 32px;
    margin-inline: -4px 0;
  }
  .link:hover {
    color: var(--accent-deep);
    text-decoration-thickness: 2px;
  }
  .link:disabled {
    color: var(--quiet);
    text-decoration-style: dashed;
    cursor: default;
  }
  .remember {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 12px;
    align-items: start;
    padding-block: 11px;
    font-weight: 400;
    cursor: pointer;
  }
  .remember .hint {
    display: block;
    font-size: inherit;
  }
  .remember input {
    inline-size: 22px;
    block-size: 22px;
    margin: 0;
    accent-color: var(--accent);
  }
  .below .input {
    inline-size: 8em;
  }
  fieldset {
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend {
    padding: 0;
    font-weight: 600;
  }
  fieldset > span {
    display: block;
    margin-block-start: 4px;
  }
  .part {
    display: grid;
    gap: 4px;
    align-content: start;
    min-inline-size: 0;
  }
  .parts {
    margin-block-end: 4px;
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(8em, 40%), 1fr));
    gap: 16px 12px;
    margin-block-start: 12px;
  }
  .parts label {
    font-size: var(--small);
  }
  .wide {
    grid-column: 1 / -1;
  }
  @container (min-width: 560px) {
    .parts {
      grid-template-columns: repeat(4, 1fr);
    }
    .parts > .wide {
      grid-column: span 2;
    }
  }
  @media print {
    .link,
    .remember {
      display: none;
    }
  }
`;
