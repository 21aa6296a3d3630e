/** Milliseconds for which the bytes stay in memory: a browser may ask where to save them before it reads them. */
const KEPT_FOR = 60_000;

/** A file to save: its bytes or its text, and its name. */
interface FileToSave {
  content: BlobPart;
  name: string;
}

/** Saves a file on the device. It is never opened on the page: it may come from somebody else. */
export function saveFile({ content, name }: FileToSave): void {
  const url = URL.createObjectURL(new Blob([content], { type: 'application/octet-stream' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, KEPT_FOR);
}
