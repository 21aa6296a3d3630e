import { css } from 'lit';

/** Layout of the steps of sending, and of what waits to be sent. */
export const sendingStyles = css`
  .sending {
    display: grid;
    gap: 8px;
    margin-block-end: 12px;
    color: var(--quiet);
  }
  .sending [aria-current] {
    color: inherit;
    font-weight: 650;
  }
  .sending li {
    padding-inline-start: 1.6em;
  }
  .sending .tick {
    padding-inline-start: 0;
  }
  .waiting {
    display: grid;
    gap: 16px;
  }
`;
