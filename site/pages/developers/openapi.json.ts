import { openApi } from '../../../widgets/contract/openapi/openapi.ts';

/** `/developers/openapi.json`: the contract as an OpenAPI document. */
export const GET = () => Response.json(openApi());
