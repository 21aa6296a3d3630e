/**
 * Parts of module ids. Chunk `lit`: what every element needs, the address field too. `okno.js` and `address-field.js` on one page
 * import the same file, so the page has one Lit of ours.
 */
const LIT_MODULES = [
  '/node_modules/lit/html',
  '/node_modules/lit/decorators',
  '/node_modules/lit-html/lit-html',
  '/node_modules/lit-element/',
  '/node_modules/@lit/reactive-element/',
  'helpers/esm/decorate',
  ...['root', 'tokens'].map((name) => `/widgets/styles/${name}.`),
  ...['after-paint', 'language', 'private-input', 'widget-element'].map((name) => `/widgets/fields/${name}.`),
  '/widgets/text/json.',
  '/widgets/portal/address-folder.',
];
/** Chunk `field`: the address field, but for what few citizens need. */
const ADDRESS_FIELD_MODULES = [
  'address-field',
  'address-field.styles',
  'chosen-address',
  'combobox',
  'combobox-view',
  'events',
  'field-label',
  'line-editor',
  'list-entries',
  'messages',
  'shared-addresses',
  'value',
]
  .map((name) => `/widgets/address-field/${name}.ts`)
  .concat(
    ...['combobox-keys', 'combobox-list', 'form-element'].map((name) => `/widgets/fields/${name}.`),
    '/widgets/addresses/index/errors.',
  );
/** Chunk `base`: what every widget shows. */
const BASE_MODULES = [
  '/node_modules/@lit/context/',
  ...['fields', 'frame'].map((name) => `/widgets/styles/${name}.`),
  ...['field', 'text-field', 'reveal'].map((name) => `/widgets/fields/${name}.`),
  '/widgets/forms/mistakes.',
  ...['clock', 'context', 'errors', 'config', 'provide', 'session', 'token-natives'].map(
    (name) => `/widgets/portal/${name}.`,
  ),
];
/** Chunk `case`: what widgets about a case show. */
const CASE_MODULES = ['/widgets/fields/case-fields.', '/widgets/portal/case-events.'];
/** Chunk `form`: what every form shows. */
const FORM_MODULES = [
  '/widgets/fields/field-kind.',
  ...[
    'form-controller',
    'form-view',
    'form.styles',
    'form-buttons',
    'notice',
    'open-form',
    'form-selectors',
    'stage',
    'form-heading',
  ].map((name) => `/widgets/forms/${name}.`),
];
/** Chunk `choice`: what some forms show besides. */
const CHOICE_MODULES = ['/widgets/fields/choice-field.', '/widgets/forms/consent.'];
/** Chunk `read`: what fetches and parses a form definition. */
const DEFINITION_MODULES = [
  '/node_modules/valibot/',
  ...['forms', 'problems'].map((resource) => `/widgets/contract/${resource}/schemas.`),
  ...['http', 'forms', 'retry-after'].map((name) => `/widgets/portal/${name}.`),
  '/widgets/drafts/draft.',
];
/** Chunk `typed`: what checks and parses typed values. Formats of texts are fetched one by one. */
const isForTypedValues = (id: string) =>
  /\/widgets\/(?:text\/clean|contract\/(?:(?:form-)?answers|conditions\/asked|uploads\/limits|values\/(?!formats\/(?!load\.))))/.test(
    id,
  );
/** Chunk `vault`: what reads and writes drafts and receipts on the device. */
const VAULT_MODULES = ['/node_modules/idb/', '/widgets/drafts/'];
/** Chunk `keep`: what saves and restores the draft of a form, and what is needed with it. */
const DRAFT_MODULES = [
  '/widgets/forms/draft-messages.ts',
  ...[
    'draft-controls',
    'draft-plan',
    'draft-saver',
    'draft-trouble-views',
    'draft-views',
    'draft.styles',
    'form-drafts',
    'leave-with-form',
    'open-draft',
    'open-form-draft',
    'restore-form',
    'schema-mistakes',
    'signed-out-view',
    'step-history',
    'write-queue',
  ].map((name) => `/widgets/forms/${name}.`),
];
const matchesAny = (parts: readonly string[]) => (id: string) => parts.some((part) => id.includes(part));

const addressModules = (folder: string, names: string) =>
  names.split(' ').map((name) => `/widgets/${folder}/${name}.ts`);
/** Chunk `houses`: what reads and looks up houses. It is fetched behind the first suggestions, or for a digit. */
const HOUSE_MODULES = [
  ...addressModules('addresses/index', 'guids house-number house-patterns house-text house-words houses'),
  ...addressModules('addresses/index', 'known-house look-up-object near-houses read-house'),
  ...addressModules('addresses/search', 'plain-query'),
  ...addressModules('addresses/suggest', 'certain-suggestion look-up-reading look-ups'),
  ...addressModules('text', 'edit-distance keyboard-layout'),
];
/** What the search fetches for rare lines, and for those that nothing matches: a chunk of its own without a name here. */
const isForRareLines = matchesAny([
  ...addressModules('addresses/search', 'deeper-passes house-inside noise-words numerals parse-query'),
  ...addressModules('addresses/search', 'rare-ways unknown-part'),
  ...addressModules('text', 'transliteration'),
]);

/** The search of addresses, which is fetched when a field gets the focus. The class of its errors is in `field`. */
const addressSearchChunk = {
  name: 'reader',
  test: (id: string) =>
    /\/widgets\/(?:addresses|text)\//.test(id) && !id.endsWith('/errors.ts') && !isForRareLines(id),
  includeDependenciesRecursively: false,
};

/** What signing in needs, and what fills a form in from the profile: two small chunks in one. */
const profileChunk = {
  name: 'proof',
  test: matchesAny(['/widgets/contract/profile/schemas.', '/widgets/portal/proof.']),
  includeDependenciesRecursively: false,
};

/** A round trip costs more than a few bytes: modules that are needed together are in one chunk. */
export const GROUPS = [
  { name: 'lit', test: matchesAny(LIT_MODULES) },
  { name: 'field', test: matchesAny(ADDRESS_FIELD_MODULES) },
  { name: 'base', test: matchesAny(BASE_MODULES) },
  { name: 'read', test: matchesAny(DEFINITION_MODULES) },
  { name: 'typed', test: isForTypedValues, includeDependenciesRecursively: false },
  { name: 'case', test: matchesAny(CASE_MODULES) },
  { name: 'form', test: matchesAny(FORM_MODULES) },
  { name: 'choice', test: matchesAny(CHOICE_MODULES) },
  { name: 'vault', test: matchesAny(VAULT_MODULES) },
  { name: 'keep', test: matchesAny(DRAFT_MODULES) },
  profileChunk,
  { name: 'houses', test: matchesAny(HOUSE_MODULES), includeDependenciesRecursively: false },
  addressSearchChunk,
];
