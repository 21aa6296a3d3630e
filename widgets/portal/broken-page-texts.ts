/** Libraries that replace natives, by their global names; and the property with their version. */
const LIBRARIES: Record<string, string> = {
  Prototype: 'Version',
  MooTools: 'version',
  Sugar: 'VERSION',
  dojo: 'version',
  Zone: 'version',
  Ext: 'version',
};

/** The libraries of the page that replace natives: `Prototype 1.7.3, MooTools 1.4.5`; empty where none is known. */
function librariesOfPage(): string {
  const page = window as unknown as Record<string, Record<string, string | undefined> | undefined>;
  return Object.keys(LIBRARIES)
    .filter((name) => page[name])
    .map((name) => `${name} ${page[name]?.[LIBRARIES[name] ?? ''] ?? ''}`.trim())
    .join(', ');
}

/** What is wrong: «Prototype 1.7.3 на этой странице подменяет встроенные функции браузера: Array.prototype». */
const faultOf = (broken: readonly string[]) =>
  `${librariesOfPage() || 'Скрипт'} на этой странице подменяет встроенные функции браузера: ${broken.join(', ')}`;

/** Texts about a page whose libraries break the browser's own functions: `reload` is for the citizen, the others for the webmaster. */
export const brokenPageTexts = {
  reload:
    'Заявление не отправлено: другая программа на этой странице мешает отправить его без ошибок. Обновите страницу и отправьте ещё раз: то, что сохранено на этом устройстве, останется.',
  frameTitle: 'okno',
  refusal: faultOf,
  late: (broken: readonly string[]) =>
    `Окно: заявление не отправлено. ${faultOf(broken)}, и это случилось, когда виджеты уже работали. ` +
    'Что сделать: подключите эту библиотеку раньше okno.js, тогда виджеты сами от неё отделятся.',
};
