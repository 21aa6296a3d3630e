import { defineOperations } from '../openapi/operation.ts';
import { caseHeaders } from '../openapi/case-headers.ts';
import { CaseNumberSchema } from '../values/schemas.ts';
import { CaseAccessSchema, ConfirmationInputSchema, StepUpInputSchema, StepUpSchema } from './schemas.ts';

const pathParams = { number: CaseNumberSchema };
const tag = 'step-ups';

/** Operations that open what the code of a case alone does not: the answers, files, withdrawing, correcting. */
export const STEP_UP_OPERATIONS = defineOperations({
  createStepUp: {
    method: 'post',
    path: '/applications/{number}/step-ups',
    tag,
    title: 'Прислать код подтверждения',
    about:
      'На почту или телефон из заявления уходят шесть цифр; они годятся десять минут. Новые отменяют прежние. За час — не больше пяти: ' +
      'дальше 429. Если такого адреса в заявлении нет, поле `channel` названо в 422.',
    access: 'applicant',
    params: pathParams,
    headers: caseHeaders,
    body: StepUpInputSchema,
    responses: { 201: { about: 'Код отправлен.', schema: StepUpSchema } },
  },
  createConfirmation: {
    method: 'post',
    path: '/applications/{number}/step-ups/{stepUp}/confirmations',
    tag,
    title: 'Подтвердить, что это вы',
    about:
      'Неверные цифры — 422 с кодом `wrong`; после пяти неверных, через десять минут и после успеха этого подтверждения больше нет: 404. ' +
      'Ответ отправляйте в заголовке `Okno-Case-Access` вместе с кодом дела: полчаса он открывает личные данные этого дела.',
    access: 'applicant',
    params: { ...pathParams, stepUp: StepUpSchema.entries.id },
    headers: caseHeaders,
    body: ConfirmationInputSchema,
    responses: { 201: { about: 'Подтверждено.', schema: CaseAccessSchema } },
  },
});
