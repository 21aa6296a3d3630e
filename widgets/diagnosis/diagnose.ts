import { examineConfig } from './examine-config.ts';
import { describeFinding, tagsOf, type Finding } from './finding.ts';
import { findNearest } from './nearest.ts';

/**
 * Examines a page, and what stands beside `okno.js`. `url` is the address of `okno.json`, `modules` are the paths of all widgets' modules. Gives what is
 * wrong, the reasons for which no widget opens first; empty where all is well.
 */
export async function diagnose(url: URL, modules: readonly string[]): Promise<Finding[]> {
  const elements = elementsBelow(document);
  return [
    ...(await diagnosePortal(url, elements)),
    ...diagnoseTags(url, elements, tagsOf(modules)),
    ...(await diagnosePage(url)),
  ];
}

/** All elements of a document, also in the open shadow roots of other elements than ours. */
function elementsBelow(root: ParentNode): Element[] {
  return [...root.querySelectorAll('*')].flatMap((element) =>
    element.shadowRoot && !element.localName.startsWith('okno-')
      ? [element, ...elementsBelow(element.shadowRoot)]
      : [element],
  );
}

/** What is wrong with `okno.json`, and with what it names. */
async function diagnosePortal(url: URL, elements: readonly Element[]): Promise<Finding[]> {
  const { finding, portal } = await examineConfig(url);
  if (finding) return [finding];
  const services = elements
    .filter(({ localName }) => localName === 'okno-application-form')
    .map((form) => form.getAttribute('service') ?? '');
  const { explainMissingForm } = await import('./missing-form.ts');
  const missing = [...new Set(services)].map((service) => explainMissingForm(portal, service));
  return (await Promise.all(missing)).flatMap((explained) => explained?.finding ?? []);
}

/** Misspelt tags, and widgets whose module has not come. */
function diagnoseTags(url: URL, elements: readonly Element[], tags: readonly string[]): Finding[] {
  const names = new Set(elements.map(({ localName }) => localName));
  return [...names].flatMap((name) => {
    if (!name.startsWith('okno-') || customElements.get(name)) return [];
    if (tags.includes(name)) return [describeFinding('module-missing', { url, name: `<${name}>` })];
    const other = findNearest(name, tags);
    return other === undefined ? [] : [describeFinding('tag-unknown', { url, name, other })];
  });
}

/** What the page itself does. Its headers are those of another request for it. */
async function diagnosePage(url: URL): Promise<Finding[]> {
  const findings: Finding[] = [];
  const first = (globalThis as Record<symbol, unknown>)[Symbol.for('okno')];
  const scripts = [...document.scripts].filter(({ src }) => /\/okno\.js(?:[?#]|$)/.test(src));
  if (typeof first === 'string' && scripts.some(({ src }) => src !== first))
    findings.push(describeFinding('second-loader', { url, name: first }));
  if (scripts.some(({ type }) => type !== 'module'))
    findings.push(describeFinding('classic-script', { url }));
  const response = await fetch(location.href).catch(() => undefined);
  const policy = response?.headers.get('Cross-Origin-Opener-Policy');
  if (policy?.startsWith('same-origin') && !policy.startsWith('same-origin-allow-popups'))
    findings.push(describeFinding('opener-policy', { url }));
  const source = (await response?.text().catch(() => undefined)) ?? '';
  // `<okno-status-tracker />`, but not `<okno-status-tracker /></okno-status-tracker>`.
  for (const [, name] of source.matchAll(/<(okno-[\w-]+)(?:\s[^<>]*)?\/>(?!\s*<\/\1>)/g))
    findings.push(describeFinding('tag-unclosed', { url, name }));
  return findings;
}
