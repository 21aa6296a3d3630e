import { createHash, createPrivateKey, createPublicKey, sign, type KeyObject } from 'node:crypto';

import type { Answers } from '../../widgets/contract/answers/schemas.ts';
import type { FormDefinition } from '../../widgets/contract/forms/schemas.ts';
import type { RECEIPT_OPERATIONS } from '../../widgets/contract/receipts/operations.ts';
import { TOLD_BY, type Receipt, type ReceiptKeys } from '../../widgets/contract/receipts/schemas.ts';
import { contactsIn } from '../events/contacts.ts';
import type { HandlersOf } from '../http/handlers.ts';
import { keyedHash, type KeyContext } from '../store/sealing.ts';

/** What stands before the 32 bytes of a private key Ed25519 in PKCS #8 (RFC 8410, section 7). */
const PKCS8_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');

/** The private key that signs receipts. It follows from the key of the portal, so that a backup has it too. */
const signingKeyOf = (key: Uint8Array): KeyObject =>
  createPrivateKey({
    key: Buffer.concat([PKCS8_PREFIX, keyedHash(key, 'receipts')]),
    format: 'der',
    type: 'pkcs8',
  });

/** The public key as a JWK (RFC 8037), with its thumbprint (RFC 7638). */
function publicKeyOf(key: Uint8Array): ReceiptKeys['keys'][number] {
  const { x = '' } = createPublicKey(signingKeyOf(key)).export({ format: 'jwk' });
  const kid = createHash('sha256').update(`{"crv":"Ed25519","kty":"OKP","x":"${x}"}`).digest('base64url');
  return { kty: 'OKP', crv: 'Ed25519', x, kid, alg: 'EdDSA', use: 'sig' };
}

/** Parts of a name by the `autocomplete` of their fields, in the order in which they are written. */
const NAME_PARTS = ['name', 'family-name', 'given-name', 'additional-name'];

/** What the receipt of an application says. */
export function receiptOf(
  form: FormDefinition,
  answers: Answers,
  registered: Pick<Receipt, 'number' | 'submittedAt' | 'registeredOn' | 'dueOn'>,
): Receipt {
  const { number, submittedAt, registeredOn, dueOn } = registered;
  const fields = form.steps.flatMap((step) => step.fields);
  const applicant = NAME_PARTS.flatMap((part) =>
    fields.filter(({ autocomplete }) => autocomplete === part).map(({ name }) => answers[name]),
  )
    .filter((answer) => typeof answer === 'string')
    .join(' ');
  const contacts = contactsIn(form, answers);
  return {
    number,
    service: form.service.title,
    agency: form.agency.title,
    ...(applicant && { applicant }),
    submittedAt,
    ...(registeredOn !== undefined && { registeredOn }),
    dueOn,
    toldBy: TOLD_BY.filter((channel) => channel in contacts),
  };
}

/** Signs a receipt: a JWS in its compact form (RFC 7515, section 7.1). */
export function signReceipt({ key }: KeyContext, receipt: Receipt): string {
  const header = { alg: 'EdDSA', kid: publicKeyOf(key).kid };
  const text = [header, receipt]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  return `${text}.${sign(null, Buffer.from(text), signingKeyOf(key)).toString('base64url')}`;
}

/** The handler that publishes the key of receipts. */
export const receiptHandlers: HandlersOf<typeof RECEIPT_OPERATIONS, KeyContext> = {
  listReceiptKeys: (_, { key }) => ({ status: 200, body: { keys: [publicKeyOf(key)] } }),
};
