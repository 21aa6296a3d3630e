import type { TextFormat } from './text-format.ts';

/** A format a line, and how it is fetched. */
const LOADERS = {
  inn: async () => (await import('./inn.ts')).inn,
  companyInn: async () => (await import('./inn.ts')).companyInn,
  ogrn: async () => (await import('./ogrn.ts')).ogrn,
  ogrnip: async () => (await import('./ogrn.ts')).ogrnip,
  kpp: async () => (await import('./kpp.ts')).kpp,
  bik: async () => (await import('./bik.ts')).bik,
  passport: async () => (await import('./passport.ts')).passport,
  passportUnit: async () => (await import('./passport-unit.ts')).passportUnit,
  foreignPassport: async () => (await import('./foreign-passport.ts')).foreignPassport,
  birthCertificate: async () => (await import('./birth-certificate.ts')).birthCertificate,
  omsPolicy: async () => (await import('./oms-policy.ts')).omsPolicy,
  driverLicence: async () => (await import('./driver-licence.ts')).driverLicence,
  plate: async () => (await import('./plate.ts')).plate,
  vin: async () => (await import('./vin.ts')).vin,
  sts: async () => (await import('./sts.ts')).sts,
  cadastralNumber: async () => (await import('./cadastral-number.ts')).cadastralNumber,
  money: async () => (await import('./money.ts')).money,
  area: async () => (await import('./area.ts')).area,
  number: async () => (await import('./number.ts')).number,
  share: async () => (await import('./share.ts')).share,
  month: async () => (await import('./month.ts')).month,
  time: async () => (await import('./time.ts')).time,
} satisfies Record<string, () => Promise<TextFormat>>;

/** Names of the formats that are fetched only for a form that asks for them. */
export type LoadedFormatName = keyof typeof LOADERS;
/** The formats that were fetched, by name. */
export type TextFormats = Partial<Record<LoadedFormatName, TextFormat>>;

/** What this needs to know of a field: only texts have a format. */
interface MaybeFormatted {
  type: string;
  format?: string | undefined;
}

/** Formats of the contract's own: they need not be fetched. */
const OWN_FORMATS = ['name', 'account', 'bank'];

/** The format of a field; `undefined` where it has none of these, or it is not fetched. */
export const formatOf = ({ format = '' }: MaybeFormatted, formats: TextFormats): TextFormat | undefined =>
  formats[format as LoadedFormatName];

/** Fetches the formats of some fields, each once. Throws where there is none of this name: the form is newer than this code. */
export async function loadFormats(fields: readonly MaybeFormatted[]): Promise<TextFormats> {
  const names = new Set(
    fields.flatMap(({ format }) => (format && !OWN_FORMATS.includes(format) ? [format] : [])),
  );
  const loads = Array.from(names, async (name) => {
    if (!Object.hasOwn(LOADERS, name)) throw new Error(`There is no format ${name}.`);
    return [name, await LOADERS[name as LoadedFormatName]()] as const;
  });
  return Object.fromEntries(await Promise.all(loads));
}

/** Fetches every format: for the portal and the content, which do not count bytes. */
export const loadAllFormats = (): Promise<TextFormats> =>
  loadFormats(Object.keys(LOADERS).map((format) => ({ type: 'text', format })));
