import { css } from 'lit';

/** The layout of a form: heading, and questions below each other. */
export const formStyles = css`
  form {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 28px;
  }
  .head {
    display: grid;
    gap: 6px;
  }
`;
