import type { FileMessages } from '../fields/field-kind.ts';

const number = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });
const MB = 1024 * 1024;

/** English texts of the file field. */
export const en: FileMessages = {
  add: 'Choose a file or take a photo',
  addMore: 'Add another one',
  hint: 'Photo or PDF, up to 50 MB. You can also drop or paste files here',
  preparing: 'preparing the picture…',
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
  empty: (name) => `The file “${name}” is empty. Save the document again or take a photo of it.`,
  broken: (name) => `The picture “${name}” breaks off: a part of the file is missing. Take the photo again.`,
  locked: (name) => `The file “${name}” has a password. Save it without one or take a photo of the document.`,
  unreadable: (name) =>
    `This browser cannot open the picture “${name}”. Remove it and attach a JPEG, or take a photo right here.`,
  unsafe: (name) => `A virus was found in “${name}”. Remove it, take the photo again or attach another file.`,
  changed: (name) =>
    `The file “${name}” cannot be read: it was changed or deleted on the device. Remove it and choose it again.`,
  twice: (name) => `The file “${name}” is attached already.`,
  tooMany: (name, most) => `There can be at most ${most} files. “${name}” is not attached.`,
  warnings: {
    empty: 'Nothing can be seen in the picture. If that is right, leave it.',
    dark: 'The picture is dark. If all can be read, leave it.',
    blurred: 'The picture seems blurred. If all can be read, leave it.',
  },
  photo: 'Take a photo',
  turn: 'turn',
  turnWhat: (name) => `turn ${name} to the right`,
  look: 'view',
  lookWhat: (name) => `view ${name} large`,
  close: 'Close',
  earlier: 'up',
  earlierWhat: (name) => `move ${name} up`,
  later: 'down',
  laterWhat: (name) => `move ${name} down`,
  moved: (name, place, all) => `The file “${name}” is now number ${place} of ${all}.`,
  turned: (name) => `The picture “${name}” is turned.`,
  onTheWay: 'Some files are not uploaded yet. You can send the application now: we will wait for them.',
};
