import type { Profile } from '../../widgets/contract/profile/schemas.ts';
import type { Region } from '../../widgets/contract/region/schemas.ts';
import type { Citizen } from '../http/identity.ts';

type Address = NonNullable<Profile['address']>;

/** What the portal knows of a citizen who lives in this region. */
export function profileOf({ profile }: Citizen, region: Region): Profile {
  const { address, registeredAddress, ...rest } = profile;
  return {
    ...rest,
    ...(address && { address: addressIn(region, address) }),
    ...(registeredAddress && { registeredAddress: addressIn(region, registeredAddress) }),
  };
}

const addressIn = ({ code, name }: Region, address: Address): Address => ({
  ...address,
  line: `${name}, ${address.line}`,
  ...(address.kladr !== undefined && { kladr: code + address.kladr.slice(code.length) }),
});
