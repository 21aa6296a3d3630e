import { css } from 'lit';

/** Style sheet of this widget, besides those that all widgets share. */
export const styles = css`
  .bar {
    display: grid;
    gap: 8px;
  }
  .bar ol {
    display: grid;
    grid-auto-columns: 1fr;
    grid-auto-flow: column;
    gap: 6px;
  }
  .bar li {
    block-size: 6px;
    background: var(--line);
    border-radius: 3px;
  }
  .bar li.done {
    background: var(--accent);
  }
  .bar li.now {
    background: linear-gradient(90deg, var(--accent) 55%, var(--line) 55%);
  }
  .bar p {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 12px;
    color: var(--quiet);
    font-size: var(--small);
  }
  form {
    gap: 24px;
  }
  .receipt {
    gap: 16px;
  }
  .promise {
    font-size: 1.15em;
  }
  .promise b {
    font-size: 1em;
  }
  .sign-in {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 16px;
    align-items: center;
  }
  .part {
    display: grid;
    gap: 4px;
    padding-block-start: 16px;
    border-block-start: 1px solid var(--line);
  }
  .part header {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    align-items: center;
    gap: 0 16px;
  }
  .part div {
    display: grid;
    grid-template-columns: minmax(0, 2fr) minmax(0, 3fr);
    gap: 0 16px;
    padding-block: 6px;
  }
  .part dt {
    color: var(--quiet);
  }
  .part dd {
    overflow-wrap: anywhere;
    white-space: pre-line;
  }
  @container (max-width: 480px) {
    .part div {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  @media (forced-colors: active) {
    .bar li.done,
    .bar li.now {
      forced-color-adjust: none;
      background: CanvasText;
    }
  }
`;
