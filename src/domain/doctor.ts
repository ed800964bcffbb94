/** What is looked at, in the order in which it is shown. */
export const CHECKS = [
  "settings",
  "credentials",
  "keyring",
  "proxy",
  "tls",
  "company",
  "contract",
  "clock",
  "session",
  "locks",
  "disk",
  "outbox",
  "rates",
  "tesseract",
] as const;
export type CheckName = (typeof CHECKS)[number];

/** How well it is: as it should be, working but improvable, broken, or not looked at because of what is broken before it. */
export type Level = "fine" | "better" | "broken" | "skipped";

/** What can be found. */
export type FindingCode =
  | "settings-read"
  | "settings-none"
  | "token-in-environment"
  | "logged-in"
  | "not-logged-in"
  | "secret-missing"
  | "secret-open"
  | "keyring-found"
  | "keyring-absent"
  | "proxy-none"
  | "proxy-used"
  | "tls-used"
  | "tls-local"
  | "tls-clear"
  | "company-answers"
  | "no-company"
  | "not-asked"
  | "contract-known"
  | "contract-newer"
  | "clock-right"
  | "clock-ahead"
  | "clock-behind"
  | "clock-unknown"
  | "session-open"
  | "locks-free"
  | "locks-left"
  | "disk-free"
  | "disk-low"
  | "outbox-empty"
  | "outbox-waits"
  | "rates-known"
  | "rates-soon"
  | "rates-past"
  | "tesseract-found"
  | "tesseract-absent";
