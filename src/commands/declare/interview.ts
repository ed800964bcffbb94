import type { Context } from "../../cli/context.ts";
import type { Prompt } from "../../cli/prompt.ts";
import { KINDS } from "../../domain/activity.ts";
import type { Month } from "../../domain/calendar.ts";
import { needsConsent } from "../../domain/declaration/notices.ts";
import type { Answers } from "../../domain/declaration/plan.ts";
import { parseHours } from "../../domain/hours.ts";
import { REST_WORDS, type RestWord } from "../../domain/rest-statement.ts";
import { namesYear, parseMonth } from "../../domain/typed/month.ts";
import type {
  Interview,
  Notice,
  PlainQuestions,
  PlainStep,
  ShownQuestion,
} from "../../flows/activity/declare/interview.ts";
import { conflictText } from "../../view/proof.ts";
import { reportText } from "../../view/report.ts";
import { noteWords } from "../import-notes.ts";
import type { ReadsTables } from "../tables.ts";

/** What asking about a month, and telling of it, uses of a run. */
export type AsksOfMonths = ReadsTables &
  Pick<Context, "look" | "isAsking" | "screen" | "problemPaint" | "words" | "remark" | "keeps" | "wait">;

/** The terminal as whoever a declaration asks, and tells what it does. */
export function interviewOn(context: AsksOfMonths): Interview {
  return {
    canAsk: context.isAsking(),
    plain: plainOn(context),
    month: (current) => askMonth(context, current),
    agreesReading: async () => (await promptOf(context)).confirm(context.say.imports.askReading),
    ask: (question) => ask(context, question),
    onScreen: async (form) => {
      const screen = await context.screen();
      if (screen === null) return null;
      const { fillMonth } = await import("./screen.ts");
      return fillMonth(context, screen, await form());
    },
    openTable: async (file, layout) => (await import("../tables.ts")).tableReader(context, file, layout),
    tell: (notice) => warnOf(context, notice),
    kept: () => context.keeps(),
    wait: (work) => context.wait(work),
    describe: (failure) => context.words(failure),
  };
}

/** The questions, where somebody can answer; asked for nowhere else. */
async function promptOf(context: Pick<Context, "prompt">): Promise<Prompt> {
  const prompt = await context.prompt();
  if (prompt === null) throw new Error("a question where nobody can answer");
  return prompt;
}

/** Asks for a month, and says which one was understood. */
async function askMonth(context: AsksOfMonths, current: Month): Promise<Month> {
  const { declare, format, typed: words } = context.say;
  const read = (typed: string) => parseMonth(typed, context.machine().today());
  const typed = await (await promptOf(context)).text(declare.askMonth, format.month(current), read);
  if (!namesYear(typed)) context.note(words.month(format.month(read(typed))));
  return read(typed);
}

async function ask(context: AsksOfMonths, question: ShownQuestion): Promise<Answers> {
  const { declare, format } = context.say;
  const prompt = await promptOf(context);
  switch (question.type) {
    case "restDays":
      return { restDays: await prompt.confirm(declare.askRestDays(question.days.map(format.day).join(", "))) };
    case "rest":
      return {
        rest: await prompt.choice<RestWord>(
          declare.askRest,
          REST_WORDS.map((value) => ({ name: declare.rests[value], value })),
        ),
      };
    case "replace":
      context.note(conflictText(context.look, question.difference));
      return { replace: await prompt.confirm(declare.askReplace(question.difference.version)) };
    case "correct":
      return { correct: await prompt.confirm(declare.askCorrect(question.version)) };
    case "send":
      context.note(reportText(context.look, question.report));
      return {
        send: question.isDespite
          ? await prompt.confirm(declare.askSendDespite, false)
          : await prompt.confirm(declare.askSend),
      };
  }
}

function warnOf(context: Pick<Context, "say" | "note" | "remark" | "warn">, notice: Notice): void {
  const { declare, imports, tables } = context.say;
  switch (notice.type) {
    case "read":
      context.note(imports.read(imports.formats[notice.format], notice.days));
      break;
    case "reading":
      context.remark(imports.reading(notice.reading), "columns");
      break;
    case "asides":
      context.warn(tables.asides(notice.asides), "lines-aside");
      break;
    case "note":
      context.warn(noteWords(context, notice.note), notice.note.code);
      break;
    case "limit":
      context.warn(declare.limit(notice.warning), notice.warning.code);
      break;
    case "month":
      tellOf(context, notice);
      break;
    case "draftKept":
      context.remark(declare.draftKept(notice.file), "draft-kept");
      break;
  }
}

/** What stops nothing is told to people, and is in the answer of a script; what is asked about is a warning. */
function tellOf(
  context: Pick<Context, "say" | "note" | "warn">,
  { notice, month }: Extract<Notice, { type: "month" }>,
): void {
  const text = context.say.declare.notice(notice, month);
  if (needsConsent(notice)) context.warn(text, notice.code);
  else context.note(text);
}

function plainOn(context: Pick<Context, "say" | "prompt">): PlainQuestions {
  const { declare, kinds, format } = context.say;
  return {
    worked: async (proposed, check) => (await promptOf(context)).text(declare.askDays, proposed, check),
    more: async (canUndo) =>
      (await promptOf(context)).choice<PlainStep>(declare.askMore, [
        { name: declare.nothingMore, value: "done" },
        ...KINDS.map((kind) => ({ name: kinds[kind], value: kind })),
        { name: declare.clearDays, value: "clear" },
        ...(canUndo ? [{ name: declare.stepBack, value: "undo" as const }] : []),
      ]),
    whichDays: async (what, check) => {
      const prompt = await promptOf(context);
      return prompt.text(declare.askWhichDays(what === "clear" ? declare.clearDays : kinds[what]), undefined, check);
    },
    mission: async (missions) =>
      (await promptOf(context)).choice(
        declare.askMission,
        missions.map(({ reference, client }) => ({ name: `${reference} · ${client}`, value: reference })),
      ),
    isHalf: async () => {
      const length = await (await promptOf(context)).choice(declare.askLength, [
        { name: format.days(1), value: "whole" },
        { name: format.days(0.5), value: "half" },
      ]);
      return length === "half";
    },
    hours: async (usual) => (await promptOf(context)).text(declare.askHours, format.typed(String(usual)), parseHours),
  };
}
