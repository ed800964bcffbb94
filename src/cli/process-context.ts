import type { Readable } from "node:stream";
import type { Catalogue } from "../i18n/catalogue.ts";
import type { Lang } from "../i18n/sentences.ts";
import { type Answers, openAnswers } from "./answers.ts";
import { openConnection } from "./connection.ts";
import type { Context, Environment } from "./context.ts";
import type { Form, Globals } from "./globals.ts";
import { openQuestions } from "./questions.ts";
import { type InterruptibleRun, openRun } from "./running.ts";
import { openWording } from "./wording.ts";

/** What is known of a run before its command line is understood. */
interface ContextTerms {
  readonly say: Catalogue;
  readonly lang: Lang;
  readonly env: Environment;
  readonly form: Form;
  readonly color: boolean;
  readonly version: string;
  readonly packageFolder: string;
  /** Null where the machine knows none. */
  readonly home: string | null;
  readonly stdin: () => Readable;
  readonly now: () => Date;
  /** The common options, as far as the command line is understood. */
  readonly globals: () => Globals;
}

/** The context of one run, with what ends it. */
export interface ProcessContext extends Context, Answers, InterruptibleRun {
  isVerbose(): boolean;
}

/** Puts together the context of one run, on this process. */
export async function openContext(terms: ContextTerms): Promise<ProcessContext> {
  const { form, globals } = terms;
  const wording = await openWording(terms);
  const answers = openAnswers(wording, form);
  return {
    ...wording,
    ...answers,
    ...openQuestions({ ...terms, ...wording, ...answers, mayAsk: () => globals().input }),
    ...openConnection({ ...terms, ...answers }),
    ...openRun({ ...terms, ...answers }),
    isVerbose: () => globals().verbose,
  };
}
