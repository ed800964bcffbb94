import type { Machine } from "../flows/session.ts";
import { describeFailure } from "../i18n/describe.ts";
import { indented, inOneLine, jsonText } from "../i18n/printable.ts";
import type { Answering, Wording } from "./context.ts";
import type { Form } from "./globals.ts";
import { isClosed, write, writeData } from "./output.ts";
import { type Remark, Remarks } from "./remarks.ts";

/** What a run answers, and what its end does with it. */
export interface Answers extends Answering {
  /** Has the answer written by this, in the place of JSON. It gives all that stdout is to hold. */
  renderBy(render: (answer: object) => string): void;
  /** Writes the answer that `--json` holds, with every remark in it; on stderr, for who reads along, those that it had not itself. */
  answer(): void;
  /** Notes that the answer rests on what the company said at an instant, null where it never did here, and why; it is said with the answer. */
  rest: Machine["onRecorded"];
  /** Takes the remarks of a run that failed: they go with its error, unless its answer, which is written now, has them. */
  remarksOfFailure(): readonly Remark[];
  writeError(text: string): void;
}

/** Answers on the stdout of this process in one form, and speaks on its stderr. */
export function openAnswers({ say, problemPaint }: Pick<Wording, "say" | "problemPaint">, form: Form): Answers {
  const isJson = form === "json";
  const remarks = new Remarks();
  let render = (answer: object) => `${jsonText(answer)}\n`;
  const writeError = (text: string) => write("stderr", `${text}\n`);
  const writeAnswer = (answer: object | null) => {
    if (answer !== null) writeData("stdout", render(answer));
  };
  const note = (text: string) => {
    if (form === "text") writeError(text);
  };
  /** Says once, with the answer, how old what it rests on is. */
  const tellAge = () => {
    const age = remarks.takeAge();
    if (age === null) return;
    const why = age.why === null ? "" : `${inOneLine(describeFailure(say.failures, age.why).what)} `;
    const shown = age.asOf === null ? say.ownOnly : say.recorded(say.format.instant(age.asOf));
    remark(`${why}${shown}`, "stale");
  };
  const remark = (text: string, code: string) => (isJson ? remarks.add({ code, message: text }) : writeError(text));
  return {
    isJson: () => isJson,
    show: (result, words) => {
      if (form === "text") writeLine(words());
      else remarks.hold(typeof result === "function" ? result() : result);
    },
    renderBy: (given) => {
      render = given;
    },
    stream,
    note,
    remark,
    warn: (text, code = "remark") => {
      if (isJson) return remark(text, code);
      writeError(`${problemPaint.warn(say.warning)} ${indented(text)}`);
    },
    announce: writeError,
    rest: (asOf, why) => remarks.age({ asOf, why }),
    answer: () => {
      tellAge();
      const taken = remarks.take();
      writeAnswer(taken.answer);
      for (const { message } of taken.remarks) writeError(message);
    },
    remarksOfFailure: () => {
      const isAnswered = remarks.isHolding();
      tellAge();
      const taken = remarks.take();
      writeAnswer(taken.answer);
      return isAnswered ? [] : taken.remarks;
    },
    writeError,
  };
}

function writeLine(text: string): void {
  if (text !== "") write("stdout", `${text}\n`);
}

async function stream(pieces: AsyncIterable<string>): Promise<void> {
  for await (const piece of pieces) {
    writeData("stdout", piece);
    if (isClosed("stdout")) return;
  }
}
