import { css } from 'lit';

/** Style sheet of this widget, besides those that all widgets share. */
export const styles = css`
  .head {
    gap: 8px;
    padding-block-end: 8px;
  }
  .option small {
    display: block;
    color: var(--quiet);
    font-size: var(--small);
  }
  .option b {
    font-weight: 600;
  }
  .field > .period {
    margin-block-start: 12px;
    padding: 12px 16px;
    background: var(--wash);
    border-radius: var(--radius);
    outline: 1px solid transparent;
  }
  .period:empty {
    display: none;
  }
  .group {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 16px;
  }
  .group > legend {
    font-size: 1.15em;
    font-weight: 650;
  }
  .pair {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 15em), 1fr));
    gap: 16px 20px;
    align-items: end;
  }
`;
