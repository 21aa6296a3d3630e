import { css } from 'lit';

/** Style sheet of the list of mistakes. */
export const summaryStyles = css`
  .summary {
    display: grid;
    gap: 8px;
    padding: 14px 18px;
    color: var(--bad);
    background: var(--bad-wash);
    border-inline-start: 4px solid var(--bad);
    border-radius: 4px;
  }
  .summary .tick {
    color: var(--quiet);
  }
  .summary a {
    display: inline-block;
    padding-block: 4px;
    overflow-wrap: anywhere;
    color: inherit;
  }
  .summary h3::before {
    content: '▲' / '';
    margin-inline-end: 0.4em;
    font-size: 0.7em;
    vertical-align: 0.15em;
  }
`;
