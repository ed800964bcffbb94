import type { Catalogue } from "../i18n/catalogue.ts";
import { describeFailure } from "../i18n/describe.ts";
import { inOneLine } from "../i18n/printable.ts";
import type { Lang } from "../i18n/sentences.ts";
import type { Environment, Wording } from "./context.ts";
import { terminal } from "./output.ts";
import { paintFor } from "./paint.ts";

const MIN_WIDTH = 60;

interface WordingTerms {
  readonly say: Catalogue;
  readonly lang: Lang;
  readonly env: Environment;
  /** False where colours are refused. */
  readonly color: boolean;
}

/** Gives the sentences of a run, drawn for the terminals of this process. */
export async function openWording({ say, lang, env, color }: WordingTerms): Promise<Wording> {
  const stdout = terminal("stdout");
  const [paint, problemPaint] = await Promise.all([
    paintFor(stdout !== null, env, color),
    paintFor(terminal("stderr") !== null, env, color),
  ]);
  const width = stdout === null ? null : Math.max(MIN_WIDTH, stdout.columns || 80);
  const draw = width === null ? null : (await import("../view/draw.ts")).draw;
  return {
    say,
    lang,
    look: { say, width, paint, draw },
    problemPaint,
    ...failureWords(say),
  };
}

/** Words failures in the language of a catalogue. */
export function failureWords(say: Catalogue): Pick<Wording, "words" | "tell"> {
  return {
    words: (failure) => inOneLine(describeFailure(say.failures, failure).what),
    tell: (failure) => {
      const { what, hint } = describeFailure(say.failures, failure);
      return { code: failure.code, message: what, hint: hint ?? null, details: failure.facts };
    },
  };
}
