/** Most characters of a name that the portal keeps (`UploadSchema`). */
const MOST = 255;
/** What programs write into names to turn the direction of writing, and what nobody sees. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\ufffd]/gu;

/**
 * The name of a file as people read it: without folders, without what is not seen, its letters in one piece (NFC); a long one is cut
 * before its ending. `файл` where nothing is left. It is shown, and never part of a path.
 *
 * @example
 * tidyFileName('C:\\Документы\\скан\u202Efdp.exe') // 'сканfdp.exe'
 * tidyFileName('../..') // 'файл'
 */
export function tidyFileName(name: string): string {
  const tidy = name
    .normalize('NFC')
    .replace(/^.*[/\\]/s, '')
    .replace(INVISIBLE, '')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  if (tidy.length <= MOST) return tidy || 'файл';
  const [ending = ''] = /\.[^.]{1,10}$/.exec(tidy) ?? [];
  return withoutHalves(tidy.slice(0, MOST - ending.length)) + ending;
}

/** A text that was cut between the two halves of a letter, without the first of them. */
const withoutHalves = (text: string) => text.replace(/[\ud800-\udbff]$/, '');
