import type { FileMessages } from '../fields/field-kind.ts';

const size = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });
const percent = new Intl.NumberFormat('en', { style: 'percent' });

/** English texts of the file field. */
export const en: FileMessages = {
  add: 'Choose a file or take a photo',
  addMore: 'Add another one',
  hint: 'Photo (JPEG, PNG) or PDF, up to 50 MB',
  uploading: 'uploading…',
  share: (share) => percent.format(share),
  scanning: 'checking the file…',
  done: 'uploaded',
  waiting: 'will be uploaded when you send',
  remove: 'remove',
  removeWhat: (name) => `remove the file ${name}`,
  removed: (name) => `The file “${name}” is removed.`,
  arrived: (name) => `The file “${name}” is uploaded.`,
  size: (bytes) =>
    bytes < 1024 * 1024
      ? `${size.format(Math.ceil(bytes / 1024))} KB`
      : `${size.format(bytes / 1024 / 1024)} MB`,
  tooLarge: (name) => `“${name}” is larger than 50 MB. Take a smaller photo or save it as PDF.`,
  wrongType: (name) => `“${name}” does not fit. Attach a photo or a PDF.`,
  unsafe: (name) => `A virus was found in “${name}”. Take the photo again or attach another file.`,
};
