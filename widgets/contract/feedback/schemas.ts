import * as v from 'valibot';

import { EmailSchema, InstantSchema, textSchema } from '../values/schemas.ts';

/** What a message is about. */
const FEEDBACK_TOPICS = ['mistake', 'idea', 'thanks', 'other'] as const;

/** Body of `POST /v1/messages`, with an `Idempotency-Key`: a message of somebody who has not signed in. */
export const PlainMessageInputSchema = v.object({
  topic: v.picklist(FEEDBACK_TOPICS, 'required'),
  text: textSchema(2000),
  /** For an answer, if one is wanted. */
  email: v.optional(EmailSchema),
});

/**
 * Response `201` to `POST /v1/messages`. Without an identified citizen it is a message and not an обращение (59-ФЗ as amended by
 * 547-ФЗ, since 30.03.2025): the law sets no period for an answer.
 */
export const PlainMessageReceivedSchema = v.object({
  receivedAt: InstantSchema,
  /** Always false: it is no обращение. */
  isAppeal: v.literal(false),
  /** The same as a Russian text for the citizen, with the way to send an обращение. */
  note: v.string(),
});

/** Body of `POST /v1/page-feedback`, with an `Idempotency-Key`: whether a page of the catalogue was useful. */
export const PageFeedbackInputSchema = v.object({
  /** Path of the page, without query and fragment: `/services/detskiy-sad/`. */
  path: v.pipe(v.string('required'), v.maxLength(300, 'tooLong'), v.regex(/^\/[^?#\s]*$/, 'path')),
  useful: v.boolean('required'),
  comment: v.optional(textSchema(1000)),
});

/** Response `201` to feedback that creates nothing which could be requested later. */
export const ReceivedSchema = v.object({ receivedAt: InstantSchema });

/** What all questions have. */
const COMMON_ENTRIES = {
  /** Key of the answer, unique in the questionnaire. */
  name: v.pipe(v.string(), v.regex(/^[a-z][A-Za-z0-9]*$/)),
  /** The question itself. */
  label: v.pipe(v.string(), v.nonEmpty()),
};

/** A question of a questionnaire. None has to be answered. */
export const QuestionnaireQuestionSchema = v.variant('type', [
  v.object({
    ...COMMON_ENTRIES,
    type: v.literal('choice'),
    /** What can be chosen: `value` is sent, `label` is shown. */
    options: v.pipe(v.array(v.object({ value: v.string(), label: v.string() })), v.minLength(2)),
    /** Whether more than one may be chosen. */
    several: v.boolean(),
  }),
  /** A mark from 1 to 5. */
  v.object({ ...COMMON_ENTRIES, type: v.literal('mark') }),
  v.object({
    ...COMMON_ENTRIES,
    type: v.literal('text'),
    maxLength: v.pipe(v.number(), v.integer(), v.minValue(1)),
  }),
]);
type QuestionnaireQuestion = v.InferOutput<typeof QuestionnaireQuestionSchema>;

/** Response of `GET /v1/questionnaire`: «Оценка эффективности предоставления услуг в электронной форме». */
export const QuestionnaireSchema = v.object({
  /** Changes with the questions. Answers name the version that they belong to. */
  version: v.pipe(v.string(), v.nonEmpty()),
  title: v.string(),
  /** What is said before the questions. */
  lead: v.string(),
  questions: v.pipe(v.array(QuestionnaireQuestionSchema), v.minLength(1)),
});
/** {@link QuestionnaireSchema}, parsed. */
export type Questionnaire = v.InferOutput<typeof QuestionnaireSchema>;

/** The answer to any question, before it is known to which: a text or one choice, a mark, or several choices. */
const QuestionnaireAnswerSchema = v.union([
  v.pipe(v.string(), v.maxLength(2000, 'tooLong')),
  v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5)),
  v.pipe(v.array(v.pipe(v.string(), v.maxLength(100))), v.maxLength(20, 'tooMany')),
]);

/** Body of `POST /v1/questionnaire-answers`, with an `Idempotency-Key`. Also checked with {@link questionnaireAnswersSchema}. */
export const QuestionnaireAnswersInputSchema = v.object({
  version: v.pipe(v.string('required'), v.maxLength(50)),
  answers: v.record(v.pipe(v.string(), v.maxLength(60)), QuestionnaireAnswerSchema, 'required'),
});

/** The schema of all answers to a questionnaire, by the names of its questions. Any of them may be left out, but not all. */
export const questionnaireAnswersSchema = ({ questions }: Questionnaire) =>
  v.pipe(
    v.strictObject(
      Object.fromEntries(
        questions.map((question) => [question.name, v.optional(answerToQuestionSchema(question))]),
      ),
      'unknown',
    ),
    v.check((answers) => Object.values(answers).some((answer) => answer !== undefined), 'required'),
  );

/** The schema of the answer to a question. A choice gives a value, or a list if `several`; a mark a number; a text a string. */
function answerToQuestionSchema(
  question: QuestionnaireQuestion,
): v.GenericSchema<unknown, string | number | string[]> {
  switch (question.type) {
    case 'choice': {
      const optionSchema = v.picklist(
        question.options.map(({ value }) => value),
        'choice',
      );
      return question.several
        ? v.pipe(v.array(optionSchema, 'choice'), v.minLength(1, 'required'))
        : optionSchema;
    }
    case 'mark':
      return v.pipe(v.number('mark'), v.integer('mark'), v.minValue(1, 'mark'), v.maxValue(5, 'mark'));
    case 'text':
      return textSchema(question.maxLength);
  }
}
