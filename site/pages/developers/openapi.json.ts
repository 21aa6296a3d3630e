import { writeOpenApi } from '../../../widgets/contract/openapi/openapi.ts';
import { portalRegion } from '../../catalogue/region.ts';
import { catalogueRegion } from '../../data/region.ts';

/** `/developers/openapi.json`: the contract as an OpenAPI document. */
export const GET = async () => Response.json(writeOpenApi(portalRegion(await catalogueRegion())));
