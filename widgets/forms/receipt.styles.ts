import { css } from 'lit';

/** Layout of the receipt: the day of the answer, number and code, what the citizen can do then. */
export const receiptStyles = css`
  .receipt {
    display: grid;
    gap: 20px;
  }
  .promise {
    padding: 16px 20px;
    background: var(--wash);
    border-radius: var(--radius);
    outline: 1px solid transparent;
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
    overflow-wrap: anywhere;
  }
  .facts {
    display: grid;
    gap: 4px;
  }
  .save > div {
    display: grid;
    justify-items: start;
    gap: 4px;
  }
  .save figure {
    display: grid;
    gap: 8px;
    margin: 8px 0 0;
  }
  .save .qr {
    inline-size: 288px;
    max-inline-size: 100%;
  }
  @container (max-width: 480px) {
    .keys dd {
      overflow-wrap: anywhere;
      font-size: 1.2em;
      white-space: normal;
    }
  }
`;
