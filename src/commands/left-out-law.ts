import type { Context } from "../cli/context.ts";
import { type LeftOut, lawInUse } from "../flows/law-in-use.ts";

/** Says which kept files of law no longer fit, and are not used. */
export function sayLeftOut(context: Context, leftOut: readonly LeftOut[]): void {
  for (const { file, failure } of leftOut)
    context.warn(context.say.law.leftOut(file, context.words(failure)), failure.code);
}

/** Looks for kept files of law that no longer fit, and says which. */
export async function warnOfLeftOut(context: Context): Promise<void> {
  sayLeftOut(context, (await lawInUse(context.machine())).leftOut);
}
