import type { Portal } from '../portal/context.ts';
import { describeFinding, logFinding, type Finding, type FindingFacts } from './finding.ts';
import { findNearest } from './nearest.ts';

/** What the catalogue says of a service for which there is no form. */
interface MissingForm {
  finding: Finding;
  /** The card of the service, where it has one. */
  card?: URL;
}

/** Finds out why a service has no form; `undefined` where it has one. Rejects where the catalogue cannot be fetched. */
export async function explainMissingForm(portal: Portal, service: string): Promise<MissingForm | undefined> {
  const { catalogue } = portal.config;
  const facts: FindingFacts = { url: catalogue, name: service };
  if (!service) return { finding: describeFinding('service-missing', facts) };
  const { fetchCatalogue } = await import('../portal/catalogue.ts');
  const { services } = await fetchCatalogue(portal);
  const known = services.find(({ slug }) => slug === service);
  if (known?.form) return undefined;
  if (known) {
    const card = new URL(`../services/${service}/`, catalogue);
    return { finding: describeFinding('service-without-form', { ...facts, other: card.href }), card };
  }
  const slugs = services.filter(({ form }) => form).map(({ slug }) => slug);
  return { finding: describeFinding('service-unknown', { ...facts, other: findNearest(service, slugs) }) };
}

/** Tells the webmaster why a service has no form. Gives the address of its card, where it has one. */
export async function reportMissingForm(portal: Portal, service: string): Promise<string | undefined> {
  const missing = await explainMissingForm(portal, service);
  if (missing) logFinding(missing.finding);
  return missing?.card?.href;
}
