import type { Shape } from '../openapi/operation.ts';
import { CaseAccessSchema, ConfirmationInputSchema, StepUpInputSchema, StepUpSchema } from './schemas.ts';

/** Shapes of step-ups, with their texts and examples. */
export const STEP_UP_SHAPES: Record<string, Shape> = {
  StepUpInput: {
    schema: StepUpInputSchema,
    about: 'Куда прислать код подтверждения.',
    fields: { channel: '`email` — на почту, `sms` — на телефон, которые назвали в заявлении.' },
    example: { channel: 'sms' },
  },
  StepUp: {
    schema: StepUpSchema,
    about: 'Код подтверждения отправлен.',
    fields: {
      id: 'Чем это подтверждение отличается от других.',
      sentTo: 'Куда отправлен: почта или телефон, где видно не всё.',
      expiresAt: 'До какого времени код годится.',
    },
    example: {
      id: '8e03978e-40d5-43e8-bc93-6894a57f9324',
      sentTo: '+7 ••• •••-45-67',
      expiresAt: '2026-11-21T05:10:00.000Z',
    },
  },
  ConfirmationInput: {
    schema: ConfirmationInputSchema,
    about: 'Код из письма или СМС.',
    fields: { code: 'Шесть цифр.' },
    example: { code: '123456' },
  },
  CaseAccess: {
    schema: CaseAccessSchema,
    about: 'Подтверждено: личные данные дела открыты.',
    fields: {
      access: 'Для заголовка `Okno-Case-Access`. Хранится только в памяти страницы.',
      expiresAt: 'До какого времени он действует.',
    },
    example: { access: 'q8Zr0Xn2Jc5vT1uYk7bQm3sWd9eLf4hGa6iPo_xR-tE', expiresAt: '2026-11-21T05:30:00.000Z' },
  },
};
