import { css } from 'lit';

/** Style sheet of this widget, besides those that all widgets share. */
export const styles = css`
  .bar {
    display: grid;
    gap: 8px;
  }
  .bar ol {
    display: flex;
    gap: 6px;
  }
  .bar li {
    flex: 1;
    block-size: 6px;
    background: var(--line);
    border-radius: 3px;
  }
  .bar li.done {
    background: var(--accent);
  }
  .bar li.now {
    background: linear-gradient(90deg, var(--accent) 55%, var(--line) 0);
  }
  .bar p,
  .sign-in {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 16px;
    align-items: center;
  }
  .bar p {
    justify-content: space-between;
    color: var(--quiet);
    font-size: var(--small);
  }
  form {
    gap: 24px;
  }
  @media (forced-colors: active) {
    .bar li.done,
    .bar li.now {
      forced-color-adjust: none;
      background: CanvasText;
    }
  }
`;
