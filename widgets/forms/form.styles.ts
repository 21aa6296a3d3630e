import { css } from 'lit';

/** Layout of a form: its heading, and its questions one below the other. */
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
