import { css } from 'lit';

/** Style sheet of a form in a case: it stands inside of the frame of its widget. */
export const caseFormStyles = css`
  h4 {
    margin: 0;
  }
  .frame {
    padding: 0;
    background: none;
    border: 0;
    border-radius: 0;
  }
`;
