import type { Readable } from "node:stream";
import { type Answers, openAnswers } from "../../cli/answers.ts";
import type { Environment } from "../../cli/context.ts";
import type { Form } from "../../cli/globals.ts";
import { terminal } from "../../cli/output.ts";
import { openRun } from "../../cli/running.ts";
import { failureWords, openWording } from "../../cli/wording.ts";
import type { StaffContext } from "../../commands/company/context.ts";
import { showOnce } from "../../domain/show-once.ts";
import type { Catalogue } from "../../i18n/catalogue.ts";
import { printable } from "../../i18n/printable.ts";
import type { Lang } from "../../i18n/sentences.ts";
import type { Theme } from "../../view/look.ts";

interface StaffTerms {
  readonly say: Catalogue;
  readonly lang: Lang;
  readonly env: Environment;
  readonly form: Form;
  readonly version: string;
  readonly packageFolder: string;
  readonly now: () => Date;
  readonly stdin: () => Readable & { readonly isTTY?: boolean };
}

/** The context of one run, with what ends it. */
export interface StaffRun extends StaffContext, Answers {
  /** How what is drawn on stderr is marked. */
  readonly problemPaint: Theme;
}

/** The context of one run of `porte-company`: put together from the parts of porte's, without colours. */
export async function openStaffContext(terms: StaffTerms): Promise<StaffRun> {
  const { say, env, form, version, now, stdin } = terms;
  const { look, problemPaint } = await openWording({ ...terms, color: false });
  const answers = openAnswers({ say, problemPaint }, form);
  /** What the staff's commands answer is kept and sent back, by scripts too: it holds nothing but what the company said. */
  const onNewer = showOnce((newer) => answers.note(`${say.warning} ${say.newerContract(newer)}`));
  const agent = `porte-company/${version} (node ${process.versions.node}; ${process.platform})`;
  const isAsked = () => form !== "json" && stdin().isTTY === true && terminal("stderr") !== null;
  return {
    say,
    look,
    problemPaint,
    ...failureWords(say),
    ...answers,
    ...openRun({ ...terms, ...answers }),
    machine: () => ({ env, now, agent, onNewer }),
    readStdin: async () => {
      const { text } = await import("node:stream/consumers");
      return text(stdin());
    },
    confirm: async (question) => (isAsked() ? confirmed(question, say, stdin()) : null),
  };
}

/** Asks for a yes on stderr, so that stdout keeps the answer alone. */
async function confirmed(question: string, { words }: Catalogue, input: Readable): Promise<boolean> {
  const { createInterface } = await import("node:readline/promises");
  const lines = createInterface({ input, output: process.stderr });
  try {
    const typed = (await lines.question(printable(`${question} (${words.yes}/${words.no}) `))).trim().toLowerCase();
    return typed !== "" && words.yes.toLowerCase().startsWith(typed);
  } finally {
    lines.close();
  }
}
