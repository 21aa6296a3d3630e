import {
  ApplicationCreatedSchema,
  type Application,
  type ApplicationCreated,
  type ApplicationInput,
} from '../contract/applications/schemas.ts';
import type { Answers } from '../contract/answers/schemas.ts';
import type { OpenCase } from './open-case.ts';
import type { SendResult } from './post-json.ts';

/** A refused application that is mended and sent again. */
export interface Correction {
  /** Number of the refused application. */
  number: string;
  answers: Answers;
  /** Name of its draft, with the digits of the number: `detskiy-sad-222026004217`. */
  draftName: string;
  /** What the official has written, and the questions of the form whose answers it is about; absent where nobody has written. */
  refusal: Application['refusal'];
  /** Sends the mended answers. With the same key there is one application, however often it is sent. */
  send(input: ApplicationInput, key: string): Promise<SendResult<ApplicationCreated>>;
}

/** Makes the correction of an application. `access` has been confirmed: the answers are personal data. */
export const correctionOf = (
  access: OpenCase,
  { number, refusal, service }: Application,
  answers: Answers,
): Correction => ({
  number,
  answers,
  draftName: `${service.slug}-${number.replace(/\D/g, '')}`,
  refusal,
  send: ({ formVersion, answers: mended, consent }, key) =>
    access.send({
      path: '/corrections',
      input: { formVersion, answers: mended, consent },
      schema: ApplicationCreatedSchema,
      key,
    }),
});
