import type { Context } from "../../cli/context.ts";
import { packageText } from "../../flows/simulation/report.ts";
import type { SHELLS } from "./commands.ts";

/** The file of each shell's script. */
const FILES = { bash: "porte.bash", zsh: "porte.zsh", fish: "porte.fish", powershell: "porte.ps1" } as const;

/** Prints what teaches a shell to complete the words of porte. */
export async function run(
  context: Pick<Context, "say" | "packageFolder" | "warn" | "show">,
  { shell }: { readonly shell: (typeof SHELLS)[number] },
): Promise<void> {
  const script = await packageText(context.packageFolder, `completion/${FILES[shell]}`);
  if (shell === "powershell") context.warn(context.say.program.untriedShell, "untried-shell");
  context.show({ shell, script }, () => script.trimEnd());
}
