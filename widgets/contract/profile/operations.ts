import { defineOperations } from '../openapi/operation.ts';
import { ProfileSchema } from './schemas.ts';

/** Operations on the profile of the citizen. */
export const PROFILE_OPERATIONS = defineOperations({
  getProfile: {
    method: 'get',
    path: '/profile',
    tag: 'session',
    title: 'Узнать, что портал знает о гражданине',
    about: 'Для заполнения формы за него. Чего портал не знает, того в ответе нет.',
    access: 'citizen',
    responses: { 200: { about: 'Что известно.', schema: ProfileSchema } },
  },
});
