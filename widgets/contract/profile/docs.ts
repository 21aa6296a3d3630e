import type { Shape } from '../openapi/operation.ts';
import { IdentityDocumentSchema, OrganizationSchema, ProfileSchema } from './schemas.ts';

/** Name of the invented citizen of all examples. */
export const EXAMPLE_NAME = { lastName: 'Примерова', firstName: 'Анна', middleName: 'Сергеевна' };
const ORGANIZATION_EXAMPLE = {
  name: 'ООО «Пример»',
  inn: '2200000001',
  ogrn: '1022200000008',
  position: 'Директор',
};
const PASSPORT_EXAMPLE = {
  kind: 'passport',
  series: '0100',
  number: '000001',
  issuedOn: '2011-05-03',
  issuedBy: 'Отделом УФМС по Примерному краю',
} as const;

/** Field of a name → its description, in Russian. */
export const NAME_DESCRIPTIONS = {
  lastName: 'Фамилия.',
  firstName: 'Имя.',
  middleName: 'Отчество, если оно есть.',
};
const ORGANIZATION_FIELDS = {
  name: 'Краткое название.',
  inn: 'ИНН.',
  ogrn: 'ОГРН.',
  position: 'Кем человек там работает.',
};
const DOCUMENT_FIELDS = {
  kind: 'Какой это документ: паспорт России (passport), паспорт другой страны (foreignPassport), вид на жительство (residencePermit).',
  series: 'Серия, если она есть.',
  number: 'Номер.',
  issuedOn: 'Когда выдан.',
  issuedBy: 'Кем выдан.',
};

/** Shapes of the profile, with their texts and examples. */
export const PROFILE_SHAPES: Record<string, Shape> = {
  Organization: {
    schema: OrganizationSchema,
    about: 'Организация, за которую человек действует.',
    fields: ORGANIZATION_FIELDS,
    example: ORGANIZATION_EXAMPLE,
  },
  IdentityDocument: {
    schema: IdentityDocumentSchema,
    about: 'Документ, который удостоверяет личность.',
    fields: DOCUMENT_FIELDS,
    example: PASSPORT_EXAMPLE,
  },
  Profile: {
    schema: ProfileSchema,
    about: 'Что портал знает о гражданине.',
    fields: {
      ...NAME_DESCRIPTIONS,
      birthDate: 'День рождения.',
      snils: 'СНИЛС, одиннадцать цифр. У приезжих его может не быть.',
      phone: 'Телефон: +7 и десять цифр.',
      email: 'Электронная почта.',
      address: 'Где человек живёт.',
      registeredAddress: 'Где человек прописан, если это другой адрес.',
      documents: 'Документы, которые удостоверяют личность.',
      organization: 'Организация, за которую человек действует.',
    },
    example: {
      ...EXAMPLE_NAME,
      birthDate: '1991-04-12',
      snils: '11223344595',
      phone: '+79000000001',
      documents: [PASSPORT_EXAMPLE],
    },
  },
};
