import { css } from 'lit';

/**
 * What every widget looks like. A widget is a guest: it takes the host's accent (`--okno-accent`), follows the host's
 * `color-scheme`, and brings its own type, units and spacing. Sizes never fall below ours where the host has shrunk `rem`.
 */
export const tokens = css`
  :host {
    --accent: var(--okno-accent, #00618a);
    --accent-deep: color-mix(in oklab, var(--accent) 80%, #000);
    --on-accent: var(--okno-on-accent, #fff);
    --wash: color-mix(in oklab, var(--accent) 9%, #fff);
    --paper: #fff;
    --ink: #14212c;
    --quiet: #52616e;
    --line: #d5dde4;
    --line-strong: #74838f;
    --good: #17693c;
    --good-wash: #e5f4ea;
    --warn: #7a4d00;
    --warn-wash: #fff3d6;
    --bad: #a8201a;
    --bad-wash: #fdeceb;
    --focus: #8a6100;
    --radius: 8px;
    --size: max(17px, 1.0625rem);
    --small: 0.88em;
    --font:
      'Golos Text', system-ui, 'Segoe UI', Roboto, 'Noto Sans', 'PT Sans', 'Liberation Sans', sans-serif;
  }
  @supports (color: light-dark(#000, #fff)) {
    :host {
      --accent: light-dark(
        var(--okno-accent, #00618a),
        color-mix(in oklab, var(--okno-accent, #00618a) 45%, #d9f1ff)
      );
      --accent-deep: light-dark(
        color-mix(in oklab, var(--okno-accent, #00618a) 80%, #000),
        color-mix(in oklab, var(--okno-accent, #00618a) 25%, #e6f6ff)
      );
      --on-accent: light-dark(var(--okno-on-accent, #fff), #06202d);
      --wash: light-dark(
        color-mix(in oklab, var(--okno-accent, #00618a) 9%, #fff),
        color-mix(in oklab, var(--okno-accent, #00618a) 30%, #17212a)
      );
      --paper: light-dark(#fff, #17212a);
      --ink: light-dark(#14212c, #e8eef3);
      --quiet: light-dark(#52616e, #a8b6c2);
      --line: light-dark(#d5dde4, #2c3a46);
      --line-strong: light-dark(#74838f, #7d8f9e);
      --good: light-dark(#17693c, #86d6a5);
      --good-wash: light-dark(#e5f4ea, #143223);
      --warn: light-dark(#7a4d00, #f0c469);
      --warn-wash: light-dark(#fff3d6, #35290d);
      --bad: light-dark(#a8201a, #f2a19c);
      --bad-wash: light-dark(#fdeceb, #3a1a18);
      --focus: light-dark(#8a6100, #f0c469);
    }
  }
`;

/** The frame of a widget and the plain elements in it. */
export const frame = css`
  :host {
    display: block;
    /* A guest may stand in a narrow column of a wide page. */
    container-type: inline-size;
    max-inline-size: 720px;
    color: var(--ink);
    font: 400 var(--size) / 1.5 var(--font);
    text-align: start;
    letter-spacing: normal;
    word-spacing: normal;
    text-transform: none;
    text-wrap: pretty;
  }
  :host([hidden]) {
    display: none;
  }
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
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
  }
  .note a {
    color: inherit;
  }
  /* A live region that says nothing takes no place. */
  .notice {
    display: contents;
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
  .link {
    min-block-size: 48px;
    padding: 4px;
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
  @media (forced-colors: active) {
    .button {
      border-color: ButtonText;
    }
  }
`;

/** Form fields: label, hint, error and control. */
export const fields = css`
  .field {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 4px;
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
  .error::before,
  .summary h3::before {
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
  .summary {
    display: grid;
    gap: 8px;
    padding: 14px 18px;
    color: var(--bad);
    background: var(--bad-wash);
    border-inline-start: 4px solid var(--bad);
    border-radius: 4px;
  }
  .summary a {
    display: inline-block;
    padding-block: 4px;
    color: inherit;
  }
`;
