import type { Catalogue } from "../i18n/catalogue.ts";
import { inOneLine } from "../i18n/printable.ts";
import type { RenderOptions } from "./look.ts";
import { hung } from "./wrap.ts";

type Words = Catalogue["doctor"];
type Level = keyof Words["levels"];

/** A check, as it was looked at: what it found has words in the catalogue, or is a failure. */
interface ShownCheck<Failure> {
  readonly name: keyof Words["names"];
  readonly finding:
    | { readonly level: Level; readonly code: keyof Words["found"]; readonly facts: readonly string[] }
    | { readonly level: "broken"; readonly failure: Failure };
}

/** What puts a check and its failures into words. */
interface Wording<Failure> {
  readonly look: Pick<RenderOptions, "say">;
  tell(failure: Failure): { readonly message: string; readonly hint: string | null };
}

/** Gives each check as public data: `ok` unless it is broken, what was found, and what mends it. */
export function checksJson<Failure>({ look, tell }: Wording<Failure>, checks: readonly ShownCheck<Failure>[]) {
  return checks.map(({ name, finding }) => {
    const { level } = finding;
    if ("failure" in finding) {
      const { message, hint } = tell(finding.failure);
      return { name, ok: false, level, detail: message, mend: hint };
    }
    const { detail, mend } = look.say.doctor.found[finding.code](finding.facts);
    return { name, ok: level !== "broken", level, detail, mend: mend ?? null };
  });
}

/** Shows one check a line, and under it what mends it; what is broken is counted last. */
export function checksText(look: RenderOptions, checks: ReturnType<typeof checksJson>): string {
  const { doctor, failure } = look.say;
  const widest = Math.max(...checks.map(({ name }) => doctor.names[name].length));
  const lines = checks.flatMap(({ name, level, detail, mend }) => {
    const head = hung(look, `${markOf(look, level)} ${doctor.names[name].padEnd(widest)}  `, inOneLine(detail));
    const pad = " ".repeat(widest + 4);
    return mend === null || level === "fine" ? [head] : [head, hung(look, `${pad}${failure.arrow} `, inOneLine(mend))];
  });
  const of = (wanted: Level) => checks.filter(({ level }) => level === wanted).length;
  const sum = doctor.sum(of("broken"), of("better"));
  return [...lines, "", sum].join("\n");
}

function markOf({ paint }: RenderOptions, level: Level): string {
  if (level === "broken") return paint.bad("✗");
  if (level === "better") return paint.warn("!");
  return level === "fine" ? paint.good("✓") : paint.soft("·");
}
