import { openApi } from '../../../widgets/contract/openapi/openapi.ts';
import { portalRegion } from '../../catalogue/region.ts';
import { region } from '../../data/region.ts';

/** `/developers/openapi.json`: the contract as an OpenAPI document. */
export const GET = async () => Response.json(openApi(portalRegion(await region())));
