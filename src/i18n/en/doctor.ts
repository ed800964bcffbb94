import { englishFormat } from "../format.ts";
import type { FoundWords, frDoctor } from "../fr/doctor.ts";
import { englishForm } from "../plural.ts";

/** How long minutes are, in the unit that a person would say. */
function spanOf(minutes = "0"): string {
  const hours = Math.round(Number(minutes) / 60);
  if (hours < 2) return `${minutes} min`;
  return hours < 48 ? `${hours} h` : `${Math.round(hours / 24)} days`;
}

const found: FoundWords = {
  "settings-read": ([file]) => ({ detail: `read from ${file}` }),
  "settings-none": ([file]) => ({ detail: `nothing saved (${file})` }),
  "token-in-environment": () => ({ detail: "token of the variable PORTE_TOKEN" }),
  "logged-in": ([person, company, profile]) => ({ detail: `${person}, ${company} (profile "${profile}")` }),
  "not-logged-in": ([profile]) => ({
    detail: `no company for the profile "${profile}"`,
    mend: "porte init",
  }),
  "secret-missing": ([profile]) => ({
    detail: `the token of the profile "${profile}" is no longer on this machine`,
    mend: "porte login",
  }),
  "secret-open": ([file]) => ({ detail: `other accounts can read ${file}`, mend: `chmod 600 ${file}` }),
  "keyring-found": () => ({ detail: "available" }),
  "keyring-absent": ([name]) => ({
    detail: "absent: the token is in a file that only you can read (normal on a server)",
    mend: `npm install -g ${name}, then porte login`,
  }),
  "proxy-none": () => ({ detail: "none" }),
  "proxy-used": ([host]) => ({ detail: `the company is reached by ${host}` }),
  "tls-used": () => ({ detail: "encrypted connection" }),
  "tls-local": () => ({ detail: "company on this machine: nothing to encrypt" }),
  "tls-clear": ([url]) => ({
    detail: `${url} is not encrypted: the token travels in clear`,
    mend: "porte login with an https:// address",
  }),
  "company-answers": ([name, url]) => ({ detail: `${name} answers (${url})` }),
  "no-company": () => ({ detail: "no company known" }),
  "not-asked": () => ({ detail: "not checked: the company does not answer" }),
  "contract-known": ([version]) => ({ detail: `version ${version}` }),
  "contract-newer": ([newer, own]) => ({
    detail: `the company follows version ${newer}, porte knows version ${own}`,
    mend: "porte update-check",
  }),
  "clock-right": () => ({ detail: "agrees with the company's" }),
  "clock-ahead": ([minutes]) => ({
    detail: `${spanOf(minutes)} ahead of the company's`,
    mend: "set the clock of this machine",
  }),
  "clock-behind": ([minutes]) => ({
    detail: `${spanOf(minutes)} behind the company's`,
    mend: "set the clock of this machine",
  }),
  "clock-unknown": () => ({ detail: "not checked: the company does not give the time" }),
  "session-open": ([name]) => ({ detail: `the company knows ${name}` }),
  "locks-free": () => ({ detail: "none left behind" }),
  "locks-left": (files) => ({
    detail: `left by an interrupted command: ${files.join(", ")}`,
    mend: "nothing to do: the next command takes it over",
  }),
  "disk-free": ([folder, megabytes]) => ({ detail: `${megabytes} MB free in ${folder}` }),
  "disk-low": ([folder, megabytes]) => ({
    detail: `${megabytes} MB free in ${folder}`,
    mend: "free some space: a draft might not be saved",
  }),
  "outbox-empty": () => ({ detail: "nothing waiting" }),
  "outbox-waits": (months) => ({
    detail: `waiting on this machine: ${months.map((month) => englishFormat.month(month)).join(", ")}`,
    mend: "porte sync",
  }),
  "rates-known": ([day = ""]) => ({ detail: `known for pay received until ${englishFormat.day(day)}` }),
  "rates-soon": ([day = ""]) => ({
    detail: `known until ${englishFormat.day(day)} only`,
    mend: "porte update-check, or porte law add with a file of rates",
  }),
  "rates-past": ([day = ""]) => ({
    detail: `known until ${englishFormat.day(day)}: simulations are estimates`,
    mend: "porte update-check, or porte law add with a file of rates",
  }),
  "tesseract-found": ([file]) => ({ detail: `read by ${file}` }),
  "tesseract-absent": () => ({
    detail: "pictures of receipts are not read",
    mend: "install tesseract and its French data (tesseract-ocr-fra)",
  }),
};

/** What is said of everything that porte stands on. */
export const enDoctor: typeof frDoctor = {
  doctor: {
    levels: { fine: "fine", better: "could be better", broken: "broken", skipped: "not checked" },
    names: {
      settings: "settings",
      credentials: "session",
      keyring: "keyring",
      proxy: "proxy",
      tls: "encryption",
      company: "company",
      contract: "API",
      clock: "clock",
      session: "access",
      locks: "locks",
      disk: "disk",
      outbox: "to send",
      rates: "rates",
      tesseract: "pictures",
    },
    sum: (broken: number, better: number) =>
      broken + better === 0
        ? "Everything is fine."
        : `${broken} ${englishForm(broken, "check broken", "checks broken")}, ${better} could be better.`,
    found,
  },
};
