import type { VisitAdvice } from '../../widgets/contract/visits/schemas.ts';
import type { Agency } from './agency.ts';
import type { Service } from './service.ts';

/** What an applicant has to know who comes to the agency of a service: papers of the card, the way there. */
export function visitAdvice(
  { documents }: Pick<Service, 'documents'>,
  { address }: Pick<Agency, 'address'>,
): VisitAdvice {
  const shown = documents.brought.filter(({ presented }) => presented === 'visit' || presented === 'both');
  return {
    bring: shown.map(({ title, note, required }) => ({
      title,
      required,
      ...(note !== undefined && { note }),
    })),
    ...(address.note !== undefined && { way: address.note }),
  };
}
