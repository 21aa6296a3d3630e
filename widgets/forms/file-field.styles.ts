import { css } from 'lit';

/** Style sheet of the field for files. */
export const fileFieldStyles = css`
  .file {
    display: grid;
    gap: 4px;
    padding: 8px 14px;
    border: 1px solid var(--line);
    border-radius: var(--radius);
  }
  .file .name {
    overflow-wrap: anywhere;
  }
  .file .acts,
  .add-ways {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 14px;
  }
  .file progress {
    inline-size: 100%;
    block-size: 6px;
    accent-color: var(--accent);
  }
  .files {
    display: grid;
    gap: 8px;
  }
  fieldset.field > :not(legend) ~ * {
    margin-block-start: 8px;
  }
  fieldset.over {
    outline: 2px dashed var(--accent);
    outline-offset: 4px;
  }
  dialog {
    max-inline-size: min(96vw, 1240px);
    max-block-size: 96vh;
    padding: 14px;
    color: inherit;
    background: var(--paper);
    border: 1px solid var(--line);
    border-radius: var(--radius);
  }
  dialog canvas {
    display: block;
    max-inline-size: 100%;
    margin-block-end: 8px;
  }
`;
