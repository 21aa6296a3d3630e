import { css } from 'lit';

export const styles = css`
  form {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 28px;
  }
  .head {
    display: grid;
    gap: 8px;
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
  .promise {
    padding: 16px 20px;
    background: var(--wash);
    border-radius: var(--radius);
  }
  .promise b {
    font-size: 1.15em;
  }
  .promise span {
    display: block;
    color: var(--quiet);
  }
  .keys {
    display: flex;
    flex-wrap: wrap;
    gap: 12px 40px;
  }
  .keys dt {
    color: var(--quiet);
    font-size: var(--small);
  }
  .keys dd {
    font-size: 1.42em;
    font-weight: 650;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .then {
    display: grid;
    gap: 8px;
    padding-inline-start: 1.4em;
  }
  .then li {
    list-style: decimal;
  }
  @container (max-width: 480px) {
    .keys dd {
      font-size: 1.2em;
    }
  }
`;
