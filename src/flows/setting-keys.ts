/** The names of what `porte config` sets, in the order of its list. */
export const SETTING_KEYS = ["profile", "lang", "timeout", "color", "exposure-threshold"] as const;
export type SettingKey = (typeof SETTING_KEYS)[number];
