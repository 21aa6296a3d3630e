/** A part of an item → how people write it. `$1` is its number, `$2` what stands behind a digit. */
const SPELLINGS: [part: RegExp, ...spellings: string[]][] = [
  [/^(?=\d)/, 'д. ', 'дом ', 'д', 'вл ', 'зд. ', 'домовладение № '],
  [/(?<=^|[\dа-я])к(?=\d|[а-я](?![а-я]))/g, ' корп. ', ' корпус ', ', к. ', ' к', 'К'],
  [/стр(?=\d|[а-я](?![а-я]))/g, ' стр. ', ', строение ', ' с', 'СТР'],
  [/соор(?=\d)/g, ' соор. ', ', сооружение '],
  [/лит(?=\d|[а-я](?![а-я]))/g, ' лит. ', ' литера '],
  [/(?<=\d)(?=[а-ж](?![а-я]))/g, ' ', '-', ' лит. '],
  [/\//g, ' / ', '\\', ' дробь '],
  [/(?<=^\d+)_/, '-'],
];

/**
 * The usual spellings of an item of a house list, made by rule: one part is written differently in each, and one has all short words apart.
 *
 * @example usualSpellings('29к2') // ['29к2', '29К2', 'д. 29к2', …, '29 корп. 2', …]
 */
export function usualSpellings(item: string): string[] {
  const folded = item.toLowerCase();
  const single = SPELLINGS.flatMap(([part, ...spellings]) =>
    spellings.map((spelling) => folded.replace(part, spelling)),
  );
  const apart = SPELLINGS.reduce((text, [part, spelling = '']) => text.replace(part, spelling), folded);
  const all = [item, folded, item.toUpperCase(), ...single, apart].map((text) => text.trim());
  // Nobody writes «литера» twice.
  return [...new Set(all)].filter((text) => text.split(/лит/i).length < 3);
}
