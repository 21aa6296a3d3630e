import ts from 'typescript';

import { exportsOf, hasSentence, type ExportedName } from './exports.ts';
import type { Measure } from './measure.ts';
import type { CodeFile } from './tree.ts';

/** Exported names, and public properties of exported classes and interfaces, that no sentence explains. */
export function docMeasures(files: readonly CodeFile[]): Measure[] {
  const names = files.flatMap(exportsOf);
  const bare = names.filter(({ declarations }) => !declarations.some(hasSentence));
  return [
    { name: 'Экспорты без фразы', goal: 0, items: bare.map(({ place, name }) => `${place} ${name}`) },
    { name: 'Открытые свойства без фразы', items: names.flatMap(bareProperties) },
  ];
}

function bareProperties({ name, place, declarations }: ExportedName): string[] {
  const [file = ''] = place.split(':');
  return declarations
    .filter((declaration) => ts.isClassDeclaration(declaration) || ts.isInterfaceDeclaration(declaration))
    .flatMap(({ members }) => [...members])
    .filter((member) => isPublicProperty(member) && !hasSentence(member))
    .map((member) => {
      const source = member.getSourceFile();
      const line = source.getLineAndCharacterOfPosition(member.getStart(source)).line + 1;
      return `${file}:${line} ${name}.${member.name?.getText(source) ?? ''}`;
    });
}

/** A property or accessor that other code may use. What overrides a documented one has its sentence there. */
function isPublicProperty(member: ts.ClassElement | ts.TypeElement): boolean {
  const isProperty =
    ts.isPropertyDeclaration(member) || ts.isPropertySignature(member) || ts.isGetAccessorDeclaration(member);
  if (!isProperty || ts.isPrivateIdentifier(member.name)) return false;
  const hidden =
    ts.ModifierFlags.Private |
    ts.ModifierFlags.Protected |
    ts.ModifierFlags.Override |
    ts.ModifierFlags.Static;
  return (ts.getCombinedModifierFlags(member) & hidden) === 0;
}
