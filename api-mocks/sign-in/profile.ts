import type { Profile } from '../../widgets/contract/profile/schemas.ts';
import type { Region } from '../../widgets/contract/region/schemas.ts';
import type { Citizen } from '../http/identity.ts';

type Address = NonNullable<Profile['address']>;

/** The profile of a demonstration citizen as if she lived in this region. */
export function profileInRegion({ profile }: Citizen, region: Region): Profile {
  const { address, registeredAddress, ...rest } = profile;
  return {
    ...rest,
    ...(address && { address: addressIn(region, address) }),
    ...(registeredAddress && { registeredAddress: addressIn(region, registeredAddress) }),
  };
}

/**
 * Puts an address into the region. An address with a КЛАДР code is in the capital. In the region 22 `пр-кт Учебный, д 12`
 * becomes `Примерный край, г Примерск, пр-кт Учебный, д 12`, and the code `0000000100000` becomes `2200000100000`.
 */
const addressIn = ({ code, name, centre }: Region, address: Address): Address =>
  address.kladr === undefined
    ? { ...address, line: `${name}, ${address.line}` }
    : {
        ...address,
        line: `${name}, г ${centre.name}, ${address.line}`,
        kladr: code + address.kladr.slice(code.length),
      };
