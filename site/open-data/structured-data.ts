/** What pages say to search engines, in the words of schema.org: its types check the names. */
import type {
  GovernmentOrganization,
  GovernmentService,
  OpeningHoursSpecification,
  WithContext,
} from 'schema-dts';

import type { Agency, ContactHours } from '../catalogue/agency.ts';
import { weeklyHours } from '../catalogue/hours.ts';
import type { RegionContent } from '../catalogue/region.ts';
import { RECIPIENTS } from '../catalogue/service-choices.ts';
import type { Service } from '../catalogue/service.ts';

const CONTEXT = { '@context': 'https://schema.org' } as const;
const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

/** Opening hours, an entry for each time of days with the same hours. */
function openingHours(hours: ContactHours, region: RegionContent): OpeningHoursSpecification[] {
  return weeklyHours(hours.value, region).flatMap(({ days, intervals }) =>
    intervals.map((interval): OpeningHoursSpecification => {
      const [opens = '', closes = ''] = interval.split('–');
      const dayOfWeek = days.flatMap((day) => DAYS[day] ?? []);
      return { '@type': 'OpeningHoursSpecification', dayOfWeek, opens, closes };
    }),
  );
}

/** An agency with its address, telephones and hours. `url` is the whole address of its page. */
export const agencyData = (
  { title, address, phones, email, site, hours }: Agency,
  url: string,
  region: RegionContent,
): WithContext<GovernmentOrganization> => ({
  ...CONTEXT,
  '@type': 'GovernmentOrganization',
  '@id': url,
  url,
  name: title,
  address: {
    '@type': 'PostalAddress',
    streetAddress: address.line,
    addressRegion: region.name,
    addressCountry: 'RU',
    ...(address.postcode && { postalCode: address.postcode }),
  },
  ...(phones[0] && { telephone: phones[0].number }),
  ...(email && { email }),
  ...(site && { sameAs: site }),
  location: { '@type': 'Place', openingHoursSpecification: openingHours(hours, region) },
});

/** The whole addresses of a service's page and of the agency's. */
interface ServiceAddresses {
  service: string;
  agency: string;
}

/** A service: who provides it, whom it is for, and where it is asked for. */
export const serviceData = (
  { title, lead, recipients, costs }: Service,
  agency: Agency,
  addresses: ServiceAddresses,
): WithContext<GovernmentService> => ({
  ...CONTEXT,
  '@type': 'GovernmentService',
  '@id': addresses.service,
  name: title,
  description: lead,
  provider: { '@type': 'GovernmentOrganization', '@id': addresses.agency, name: agency.title },
  audience: recipients.map(({ kind, note }) => ({
    '@type': 'Audience',
    audienceType: RECIPIENTS[kind],
    name: note,
  })),
  availableChannel: { '@type': 'ServiceChannel', serviceUrl: addresses.service },
  ...(costs[0]?.amount !== undefined && {
    offers: { '@type': 'Offer', price: costs[0].amount, priceCurrency: 'RUB' },
  }),
});

/** JSON for a `<script>`: nothing in it can end the element. */
export const scriptJson = (data: object): string => JSON.stringify(data).replaceAll('<', '\\u003c');
