import { defineOperations } from '../openapi/operation.ts';
import { SiteSchema } from './schemas.ts';

/** Operations on the sites whose pages call the portal. */
export const SITE_OPERATIONS = defineOperations({
  getSite: {
    method: 'get',
    path: '/site',
    tag: 'sites',
    title: 'Узнать, есть ли сайт в списке портала',
    about:
      'Отвечает странице любого сайта, поэтому виджет узнаёт об этом сразу, а не когда заявление уже заполнено. ' +
      'Сайт портал узнаёт по заголовку `Origin`.',
    access: 'anybody',
    isForAnySite: true,
    responses: { 200: { about: 'Есть ли сайт в списке.', schema: SiteSchema } },
  },
});
