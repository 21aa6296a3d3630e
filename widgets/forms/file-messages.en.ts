import type { FileMessages } from '../fields/field-kind.ts';

const number = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });
const MB = 1024 * 1024;

/** English texts of the file field. */
export const en: FileMessages = {
  add: 'Choose a file or take a photo',
  addMore: 'Add another one',
  hint: 'Photo (JPEG, PNG) or PDF, up to 50 MB',
  waiting: 'waits for its turn',
  uploading: 'uploading',
  scanning: 'checking the file…',
  done: 'uploaded',
  paused: 'stopped',
  resting: 'no connection, we will upload it when there is one',
  held: 'a large file, and the connection is slow or you save data',
  progress: (sent, all, seconds) =>
    `${number.format(sent / MB)} of ${number.format(all / MB)} MB${
      seconds
        ? `, ${seconds < 60 ? 'less than a minute' : `${number.format(Math.round(seconds / 60))} min`} left`
        : ''
    }`,
  pause: 'stop',
  pauseWhat: (name) => `stop the upload of ${name}`,
  goOn: 'upload',
  goOnWhat: (name) => `upload the file ${name} now`,
  remove: 'remove',
  removeWhat: (name) => `remove the file ${name}`,
  removed: (name) => `The file “${name}” is removed.`,
  arrived: (name) => `The file “${name}” is uploaded.`,
  size: (bytes) =>
    bytes < MB ? `${number.format(Math.ceil(bytes / 1024))} KB` : `${number.format(bytes / MB)} MB`,
  tooLarge: (name) => `“${name}” is larger than 50 MB. Take a smaller photo or save it as PDF.`,
  wrongType: (name) => `“${name}” does not fit. Attach a photo or a PDF.`,
  unsafe: (name) => `A virus was found in “${name}”. Remove it, take the photo again or attach another file.`,
  changed: (name) =>
    `The file “${name}” cannot be read: it was changed or deleted on the device. Remove it and choose it again.`,
  onTheWay: 'Some files are not uploaded yet. You can send the application now: we will wait for them.',
};
