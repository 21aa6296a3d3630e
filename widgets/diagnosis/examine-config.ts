import type { Portal } from '../portal/context.ts';
import { delay } from '../portal/fetch-once.ts';
import { describeFinding, type Finding } from './finding.ts';

/** Milliseconds by which a browser may tell later what a policy has stopped. */
const VIOLATION_DELAY = 100;

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
  const { createPortal, isSiteKnown } = await import('../portal/provide.ts');
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
  const { origin } = portal.config.portal;
  const isBlocked = new Promise<'portal-blocked'>((resolve) => {
    document.addEventListener('securitypolicyviolation', ({ blockedURI, disposition }) => {
      if (disposition === 'enforce' && blockedURI.startsWith(origin)) resolve('portal-blocked');
    });
  });
  const isKnown = await isSiteKnown(portal.config);
  const answer = isKnown ? await Promise.race([isBlocked, delay(VIOLATION_DELAY)]) : 'site-unknown';
  if (!answer) return { portal };
  return { portal, finding: describeFinding(answer, { url, name: location.origin, other: origin }) };
}
