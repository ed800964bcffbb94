import { LANGS, type Lang } from "./sentences.ts";

/** Chooses the language: asked for, or set in the environment, or the machine's locale; French when in doubt. */
export function chooseLang(asked: string | undefined, env: Readonly<Record<string, string | undefined>>): Lang {
  const named = LANGS.find((lang) => lang === asked) ?? LANGS.find((lang) => lang === env.PORTE_LANG);
  if (named !== undefined) return named;
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || "";
  return locale.startsWith("en") ? "en" : "fr";
}
