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
  @media (forced-colors: active) {
    .bar li.done,
    .bar li.now {
      forced-color-adjust: none;
      background: CanvasText;
    }
  }
`;
