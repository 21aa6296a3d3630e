import { css } from 'lit';

/** Style sheet of the review. */
export const reviewStyles = css`
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
`;
