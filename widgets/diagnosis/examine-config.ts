import type { Portal } from '../portal/context.ts';
import { describeFinding, type Finding } from './finding.ts';

/** What is wrong with `okno.json`; or the portal that it names. */
type ExaminedConfig = { finding: Finding; portal?: Portal } | { finding?: undefined; portal: Portal };

/** Fetches `okno.json` once more, and finds out why nobody could start with it. */
export async function examineConfig(url: URL): Promise<ExaminedConfig> {
  let response: Response;
  let text: string;
  try {
    response = await fetch(url);
    text = await response.text();
  } catch {
    return { finding: describeFinding('config-unreachable', { url }) };
  }
  const { status, ok } = response;
  if (status === 404) return { finding: describeFinding('config-missing', { url }) };
  if (!ok) return { finding: describeFinding('config-status', { url, name: String(status) }) };
  try {
    return await examineContent(JSON.parse(text), url);
  } catch {
    const isPage = text.trimStart().startsWith('<');
    return { finding: describeFinding(isPage ? 'config-html' : 'config-broken', { url }) };
  }
}

/** Looks at the properties, and asks the portal for this site. */
async function examineContent(data: unknown, url: URL): Promise<ExaminedConfig> {
  const { createPortal, findRefusal } = await import('../portal/provide.ts');
  let portal: Portal;
  try {
    portal = createPortal(data, url);
  } catch (error) {
    // okno.json: "portal" is missing; okno.json: "portal" is no address of a site: javascript:1
    const [, name, other] = /"(.+?)" is (?:missing|no address of a site: (.*))/.exec(String(error)) ?? [];
    return {
      finding: describeFinding(other === undefined ? 'config-property' : 'config-address', {
        url,
        name,
        other,
      }),
    };
  }
  const { origin: other } = portal.config.portal;
  const refusal = await findRefusal(portal.config);
  if (!refusal) return { portal };
  return { portal, finding: describeFinding(refusal, { url, name: location.origin, other }) };
}
