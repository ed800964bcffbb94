import { PorteError } from "../../errors.ts";
import { closest } from "../closest.ts";
import { choiceMeant } from "../typed/meaning.ts";
import type { MAIL_WAYS, Way } from "./sheet.ts";

type Via = (typeof MAIL_WAYS)[number];

/** Where mail of people goes most often: an address that is nearly one of these is likely a slip of the finger. */
const USUAL_DOMAINS = [
  ...["gmail.com", "outlook.com", "outlook.fr", "hotmail.com", "hotmail.fr", "yahoo.com", "yahoo.fr", "icloud.com"],
  ...["orange.fr", "wanadoo.fr", "free.fr", "sfr.fr", "laposte.net", "protonmail.com", "proton.me"],
];

/** What ends an address nearly as the common ends do. */
const ENDS: Readonly<Record<string, string>> = { con: "com", cmo: "com", comm: "com", fre: "fr", frr: "fr", rf: "fr" };

const MAX_ADDRESS = 254;

/** Reads an address of mail. @throws {PorteError} `input.mail` for what no mail server would take. */
export function parseMail(typed: string): string {
  const address = typed.trim();
  const isOne = /^[^\s@<>()[\],;:"\\]+@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/i.test(address);
  const [local = ""] = address.split("@");
  const isDotted = local.startsWith(".") || local.endsWith(".") || local.includes("..");
  if (!isOne || isDotted || address.length > MAX_ADDRESS) throw new PorteError("input.mail", { value: typed });
  return address;
}

/** Finds the address that was likely meant by one that is nearly it, `claire@gmial.com`; null where nothing is odd. */
export function likelyMail(address: string): string | null {
  const [local = "", domain = ""] = address.toLowerCase().split("@");
  if (USUAL_DOMAINS.includes(domain)) return null;
  const [end = "", ...before] = domain.split(".").toReversed();
  const mended = ENDS[end];
  if (mended !== undefined) return `${local}@${[mended, ...before].toReversed().join(".")}`;
  const [near] = closest(domain, USUAL_DOMAINS).filter((known) => isNear(domain, known));
  return near === undefined ? null : `${local}@${near}`;
}

/** A domain that is as long, give or take a letter, and begins alike is a slip; others are domains of their own. */
function isNear(domain: string, known: string): boolean {
  return domain[0] === known[0] && Math.abs(domain.length - known.length) <= 1;
}

/**
 * Reads where documents go: `mail:claire@portage.example`, `folder:~/Portage`, `print`; an address or a folder alone too.
 * @param via how a mail leaves, where it is one.
 * @throws {PorteError} `input.mail`, `input.way` for what is none of these.
 */
export function parseWay(typed: string, via: Via): Way {
  const text = typed.trim();
  const [, kind = "", rest = ""] = /^([\p{L}]+):\s*(.*)$/su.exec(text) ?? [];
  const by = choiceMeant(kind === "" ? text : kind, ["mail", "folder", "print"]);
  if (by === "print" && rest === "") return { by };
  if (by === "mail" && rest !== "") return { by, to: parseMail(rest), via };
  if (by === "folder" && rest !== "") return { by, folder: rest };
  if (by === null && text.includes("@") && !/[/\\]/.test(text)) return { by: "mail", to: parseMail(text), via };
  if (by === null && /^(~|\.{0,2}[/\\]|[a-z]:[/\\])/i.test(text)) return { by: "folder", folder: text };
  throw new PorteError("input.way", { value: typed });
}

/** Writes where documents go as it is typed. */
export function typedWay(way: Way): string {
  if (way.by === "mail") return `mail:${way.to}`;
  return way.by === "folder" ? `folder:${way.folder}` : "print";
}
