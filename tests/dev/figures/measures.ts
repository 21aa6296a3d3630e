import { ADDRESSES_LAYERS, API_MOCKS_LAYERS, SITE_LAYERS, WIDGETS_LAYERS, type Layers } from '../floors.ts';
import { unknownFolders, upwardImports } from './upward-imports.ts';
import { importCycles } from './cycles.ts';
import { docMeasures } from './docs.ts';
import { duplicateMeasure } from './duplicates.ts';
import { functionsOf } from './functions.ts';
import { importEdges } from './imports.ts';
import type { Measure } from './measure.ts';
import { regionMentions } from './region-mentions.ts';
import { sizeMeasure } from './sizes.ts';
import type { CodeFile } from './tree.ts';

const MAX_FUNCTION_LINES = 30;
const MAX_PARAMETERS = 3;
/** Begins the reason in a comment that excuses a function: `// eslint-disable-next-line max-params -- a callback of the library`. */
const MAY_BE_LONG = 'max-lines-per-function -- ';
const MAY_BE_WIDE = 'max-params -- ';

/** The parts of the house that have layers. The rules of lint are finer, but do not see scripts in `.astro` files. */
const PARTS: [string, Layers][] = [
  ['site', SITE_LAYERS],
  ['api-mocks', API_MOCKS_LAYERS],
  ['widgets', WIDGETS_LAYERS],
  ['widgets/addresses', [['build'], ...ADDRESSES_LAYERS]],
];

/** All measures but knip's. Sizes and circles count tests too; the others only the code that is no test. */
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
    .filter(({ lines, exception }) => lines > MAX_FUNCTION_LINES && !exception.includes(MAY_BE_LONG))
    .map(({ location, name, lines }) => `${location} ${name}: строк ${lines}`);
  const wide = functions
    .filter(({ parameters, exception }) => parameters > MAX_PARAMETERS && !exception.includes(MAY_BE_WIDE))
    .map(({ location, name, parameters }) => `${location} ${name}: параметров ${parameters}`);
  return [
    { name: `Функции длиннее ${MAX_FUNCTION_LINES} строк без причины`, goal: 0, items: long },
    { name: `Больше ${MAX_PARAMETERS} параметров без причины`, goal: 0, items: wide },
  ];
}

function importMeasures(files: readonly CodeFile[], code: readonly CodeFile[]): Measure[] {
  const circles = importCycles(importEdges(files)).map(
    (circle) => `файлов ${circle.length}: ${circle.join(' ')}`,
  );
  const edges = importEdges(code);
  const paths = code.map(({ path }) => path);
  const upward = PARTS.flatMap(([part, layers]) => upwardImports(part, layers, edges));
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
    const mentions = regionMentions(file);
    const known = mentions.filter(({ isExample }) => !isExample);
    const places = (known.length > 0 ? known : mentions).map(({ line, words }) => `${line} ${words}`);
    if (places.length > 0) (known.length > 0 ? knowing : showing).push(`${file.path}: ${places.join(', ')}`);
  }
  return [
    { name: 'Файлы, которые знают свой регион', goal: 0, items: knowing },
    { name: 'Файлы, где регион только в примерах', items: showing },
  ];
}
