import type { Context } from "../../cli/context.ts";
import type { SaidFacts } from "../../domain/local/sheet-facts.ts";
import { type Doubt, doubtsOf, mailToKnow } from "../../flows/local/sheet.ts";
import type { Machine } from "../../flows/session.ts";

/** Reads back what is odd of what was said, which is saved as it is, and says how a mail leaves. */
export function readBack(
  { say, warn, note }: Pick<Context, "say" | "warn" | "note">,
  said: SaidFacts,
  machine: Pick<Machine, "folders">,
): void {
  for (const doubt of doubtsOf(said)) warn(doubtText(say, doubt), CODES[doubt.kind]);
  const mail = mailToKnow(said, machine);
  if (mail !== null) note(say.sheet.mails[mail]);
}

const CODES = { fee: "unlikely-fee", mail: "unlikely-address", folder: "no-such-folder" } as const;

function doubtText({ sheet, format }: Context["say"], doubt: Doubt): string {
  switch (doubt.kind) {
    case "fee":
      return sheet.oddFee(format.percent(doubt.ppm));
    case "mail":
      return sheet.oddMail(doubt.address, doubt.likely);
    case "folder":
      return sheet.noFolder(doubt.folder);
  }
}
