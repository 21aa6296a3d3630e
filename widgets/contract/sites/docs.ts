import type { Shape } from '../openapi/operation.ts';
import { SiteSchema } from './schemas.ts';

/** Shapes of sites, with their texts and examples. */
export const SITE_SHAPES: Record<string, Shape> = {
  Site: {
    schema: SiteSchema,
    about: 'Сайт, страница которого спрашивает.',
    fields: {
      origin: 'Адрес сайта, как его назвал браузер. Спрашивает не страница — нет и адреса.',
      known: 'Есть ли сайт в списке портала. Если нет, портал откажет во всём остальном.',
    },
    example: { origin: 'https://ust-primernyj.example', known: true },
  },
};
