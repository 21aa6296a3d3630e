/** The application form that is filled in here: a place in a kindergarten (content/forms/detskiy-sad.yaml). */

/** The form in a page. */
export const FORM_HTML = '<okno-application-form service="detskiy-sad"></okno-application-form>';
/** Questions that take any text, step by step. */
export const TEXTS: readonly (readonly string[])[] = [
  ['applicantLastName', 'applicantFirstName', 'applicantMiddleName'],
  ['childLastName', 'childFirstName', 'childMiddleName'],
  ['kindergartens'],
  ['comment'],
];
/** The step that asks for files. */
export const FILE_STEP = 3;
/** Its questions for files. */
export const FILE_QUESTIONS = ['benefitDocument', 'commissionDocument'];
/** Right answers to all that the steps demand. */
export const ANSWERS = {
  applicantLastName: 'Примерова',
  applicantFirstName: 'Анна',
  applicantSnils: '112-233-445 95',
  applicantPhone: '8 903 123-45-67',
  applicantEmail: 'anna@example.ru',
  childLastName: 'Примеров',
  childFirstName: 'Пётр',
  childBirthDate: '01.02.2024',
  address: { line: 'Барнаул, пр-кт Ленина, 12', manual: true },
  startDate: '01.09.2027',
  group: 'Общеразвивающая',
};

/** Id of the control of a question. */
export const controlOf = (question: string): string => `field-${question}`;

/** Where Puppeteer finds the control for the files of a question. */
export const fileInput = (question: string): string =>
  `okno-application-form >>> #${controlOf(question)} >>> input[type=file]`;
