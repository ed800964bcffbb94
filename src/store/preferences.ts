import { readFileSync } from "node:fs";
import { join } from "node:path";
import { misfit, type Shape } from "../domain/shape.ts";
import type { Folders } from "./folders.ts";

/** How porte speaks and waits on this machine, as far as somebody set it. */
export interface Preferences {
  readonly lang?: string;
  /** Seconds that an answer of the company is waited for. */
  readonly timeout?: number;
  readonly color?: string;
  /** Cents at the company above which `account exposure` warns. */
  readonly exposureThreshold?: number;
  /** The hours of a day without reminders, as they were typed. */
  readonly remindQuiet?: string;
  readonly mail?: MailPreferences;
}

/** TLS from the first byte, TLS once the server was greeted, or none, which only this machine's own server may have. */
export const MAIL_SECURITY = ["tls", "starttls", "none"] as const;

/** The mail server that documents leave by; its password is kept with the secrets. */
export interface MailPreferences {
  readonly host?: string;
  readonly port?: number;
  readonly security?: (typeof MAIL_SECURITY)[number];
  readonly user?: string;
  /** The address that mail leaves under, where it is not the porté's own. */
  readonly from?: string;
  /** Where the password was put; absent where none was. */
  readonly passwordIn?: "keyring" | "file";
}

const MAIL: Shape = {
  fields: {
    "host?": "text",
    "port?": "whole",
    "security?": { words: MAIL_SECURITY },
    "user?": "text",
    "from?": "text",
    "passwordIn?": { words: ["keyring", "file"] },
  },
};

export const PREFERENCES: Shape = {
  fields: {
    ...{ "lang?": "text", "timeout?": "whole", "color?": "text" },
    ...{ "exposureThreshold?": "whole", "remindQuiet?": "text", "mail?": MAIL },
  },
};

/** Reads them before anything else is known of the run: a file that cannot be read says nothing here, and the command that needs it tells why. */
export function preferencesIn({ config }: Folders): Preferences {
  try {
    const { preferences } = JSON.parse(readFileSync(join(config, "settings.json"), "utf8"));
    return misfit(PREFERENCES, preferences) === null ? preferences : {};
  } catch {
    return {};
  }
}
