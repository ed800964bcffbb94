import type { Context } from "../cli/context.ts";
import { type LeftOut, lawInUse } from "../flows/law-in-use.ts";

type Slice = Pick<Context, "say" | "warn" | "words">;

/** Says which kept files of law no longer fit, and are not used. */
export function sayLeftOut(context: Slice, leftOut: readonly LeftOut[]): void {
  for (const { file, failure } of leftOut)
    context.warn(context.say.law.leftOut(file, context.words(failure)), failure.code);
}

/** Looks for kept files of law that no longer fit, and says which. */
export async function warnOfLeftOut(context: Slice & Pick<Context, "machine">): Promise<void> {
  sayLeftOut(context, (await lawInUse(context.machine())).leftOut);
}
