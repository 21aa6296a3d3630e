import { ADDRESSES, API_MOCKS, SITE, WIDGETS, type Layers } from '../floors.ts';
import { unknownFolders, upwardArrows } from './arrows.ts';
import { circlesIn } from './circles.ts';
import { docMeasures } from './docs.ts';
import { duplicateMeasure } from './duplicates.ts';
import { functionsOf } from './functions.ts';
import { arrowsBetween } from './imports.ts';
import type { Measure } from './measure.ts';
import { mentionsIn } from './region.ts';
import { sizeMeasure } from './sizes.ts';
import type { CodeFile } from './tree.ts';

const LONGEST_FUNCTION = 30;
const MOST_PARAMETERS = 3;
/** In the comment that gives a function leave, before the reason. */
const MAY_BE_LONG = 'max-lines-per-function -- ';
const MAY_BE_WIDE = 'max-params -- ';

/** The parts of the house that have layers. The rules of lint are finer, but do not see scripts in `.astro` files. */
const PARTS: [string, Layers][] = [
  ['site', SITE],
  ['api-mocks', API_MOCKS],
  ['widgets', WIDGETS],
  ['widgets/addresses', [['build'], ...ADDRESSES]],
];

/** What is measured by counting. Sizes and circles are sought in tests too; the others are about code that is no test. */
export function measuresOf(files: readonly CodeFile[]): Measure[] {
  const code = files.filter(({ isTest }) => !isTest);
  return [
    sizeMeasure(files),
    ...functionMeasures(code),
    ...importMeasures(files, code),
    ...regionMeasures(code),
    duplicateMeasure(code),
    ...docMeasures(code),
  ];
}

function functionMeasures(code: readonly CodeFile[]): Measure[] {
  const functions = code.flatMap(functionsOf);
  const long = functions
    .filter(({ lines, exception }) => lines > LONGEST_FUNCTION && !exception.includes(MAY_BE_LONG))
    .map(({ place, name, lines }) => `${place} ${name}: строк ${lines}`);
  const wide = functions
    .filter(({ parameters, exception }) => parameters > MOST_PARAMETERS && !exception.includes(MAY_BE_WIDE))
    .map(({ place, name, parameters }) => `${place} ${name}: параметров ${parameters}`);
  return [
    { name: `Функции длиннее ${LONGEST_FUNCTION} строк без причины`, goal: 0, items: long },
    { name: `Больше ${MOST_PARAMETERS} параметров без причины`, goal: 0, items: wide },
  ];
}

function importMeasures(files: readonly CodeFile[], code: readonly CodeFile[]): Measure[] {
  const circles = circlesIn(arrowsBetween(files)).map(
    (circle) => `файлов ${circle.length}: ${circle.join(' ')}`,
  );
  const arrows = arrowsBetween(code);
  const paths = code.map(({ path }) => path);
  const upward = PARTS.flatMap(([part, layers]) => upwardArrows(part, layers, arrows));
  const unknown = PARTS.flatMap(([part, layers]) => unknownFolders(part, layers, paths));
  return [
    { name: 'Круги импортов, вместе с типами', goal: 0, items: circles },
    {
      name: 'Импорты не вниз: site, widgets, api-mocks',
      goal: 0,
      items: upward.map(({ from, to }) => `${from} → ${to}`),
    },
    { name: 'Папки, которых нет среди этажей', goal: 0, items: unknown },
  ];
}

function regionMeasures(code: readonly CodeFile[]): Measure[] {
  const knowing: string[] = [];
  const showing: string[] = [];
  for (const file of code) {
    const mentions = mentionsIn(file);
    const known = mentions.filter(({ isExample }) => !isExample);
    const words = (known.length > 0 ? known : mentions).map(({ line, words }) => `${line} ${words}`);
    if (words.length > 0) (known.length > 0 ? knowing : showing).push(`${file.path}: ${words.join(', ')}`);
  }
  return [
    { name: 'Файлы, которые знают свой регион', goal: 0, items: knowing },
    { name: 'Файлы, где регион только в примерах', items: showing },
  ];
}
