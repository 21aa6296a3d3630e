import { css } from 'lit';

/** Style sheet of a form in a case: it stands inside of the frame of its widget. */
export const caseFormStyles = css`
  .frame {
    padding: 0;
    background: none;
    border: 0;
    border-radius: 0;
  }
`;
