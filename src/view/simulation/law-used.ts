import type { Simulation } from "../../portage/simulate.ts";
import type { RenderOptions } from "../look.ts";

type Answers = readonly Pick<Simulation, "law" | "estimatedAfter">[];

/** Finds the last checked day of what goes past it; null where nothing does. */
function estimatedAfter(answers: Answers): string | null {
  return answers.find((one) => one.estimatedAfter !== null)?.estimatedAfter ?? null;
}

/** Names the law that answers were read by: the files that were added, and whether any answer is an estimate. */
export function lawUsedJson(answers: Answers) {
  const [first] = answers;
  const after = estimatedAfter(answers);
  return {
    files: first?.law.added ?? [],
    checkedUntil: after ?? first?.law.checkedUntil ?? null,
    isEstimate: after !== null,
  };
}

/** Says the same in words: nothing where the release's own law was checked. */
export function lawUsedText({ say, paint }: RenderOptions, answers: Answers): string[] {
  const after = estimatedAfter(answers);
  const files = answers[0]?.law.added ?? [];
  return [
    ...(after === null ? [] : [paint.warn(say.simulate.isEstimate(say.format.day(after)))]),
    ...(files.length === 0 ? [] : [paint.soft(say.law.files(files))]),
  ];
}
