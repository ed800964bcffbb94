/** The names of what `porte config` sets, in the order of its list. */
export const SETTING_KEYS = [
  "profile",
  "lang",
  "timeout",
  "color",
  "exposure-threshold",
  "remind.quiet",
  "mail.host",
  "mail.port",
  "mail.security",
  "mail.user",
  "mail.from",
  "mail.password",
] as const;
export type SettingKey = (typeof SETTING_KEYS)[number];
