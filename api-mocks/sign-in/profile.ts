import type { Profile } from '../../widgets/contract/profile/schemas.ts';
import type { Region } from '../../widgets/contract/region/schemas.ts';
import type { Citizen } from '../http/identity.ts';

type Address = NonNullable<Profile['address']>;

/** What the portal knows of a citizen who lives in this region. */
export function profileInRegion({ profile }: Citizen, region: Region): Profile {
  const { address, registeredAddress, ...rest } = profile;
  return {
    ...rest,
    ...(address && { address: addressIn(region, address) }),
    ...(registeredAddress && { registeredAddress: addressIn(region, registeredAddress) }),
  };
}

/** The address in this region; one with a КЛАДР code is in its capital. */
const addressIn = ({ code, name, centre }: Region, address: Address): Address =>
  address.kladr === undefined
    ? { ...address, line: `${name}, ${address.line}` }
    : {
        ...address,
        line: `${name}, г ${centre.name}, ${address.line}`,
        kladr: code + address.kladr.slice(code.length),
      };
