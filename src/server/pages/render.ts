import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Eta } from "eta";
import { catalogueOf } from "../../i18n/catalogue.ts";
import type { Deps } from "../deps.ts";

const engines = new Map<string, Eta>();

function engineFor(templates: string): Eta {
  let engine = engines.get(templates);
  if (engine === undefined) {
    engine = new Eta({ views: join(templates, "pages"), cache: true, autoEscape: true });
    engines.set(templates, engine);
  }
  return engine;
}

/** Renders a page of `templates/pages` in the reader's language: French unless the browser prefers English. */
export async function renderPage(
  { templates }: Deps,
  acceptLanguage: string | undefined,
  name: string,
  facts: object,
): Promise<string> {
  const lang = readerLanguage(acceptLanguage);
  const { pages, format } = await catalogueOf(lang);
  return engineFor(templates).renderAsync(name, { lang, t: pages, format, ...facts });
}

/** Renders the page that ends a login, whichever way it ended. */
export function messagePage(
  deps: Deps,
  acceptLanguage: string | undefined,
  company: string,
  outcome: "done" | "denied" | "failed" | "tooMany",
): Promise<string> {
  return renderPage(deps, acceptLanguage, "message", { company, outcome });
}

/** Renders the page of the company's own address: what it is, and where each of those who come there goes. */
export function homePage(deps: Deps, acceptLanguage: string | undefined, company: string): Promise<string> {
  return renderPage(deps, acceptLanguage, "home", {
    company,
    about: "home",
    command: `porte login ${deps.url()}`,
    api: `${deps.url()}/v1`,
  });
}

/** Reads the pages' one style sheet. */
export function styleSheet({ templates }: Deps): Promise<string> {
  return readFile(join(templates, "pages", "style.css"), "utf8");
}

/** The language that a browser asks for: French unless it prefers English. */
export function readerLanguage(acceptLanguage = ""): "fr" | "en" {
  const known = acceptLanguage
    .toLowerCase()
    .split(",")
    .map((part) => part.trim().slice(0, 2));
  return known.find((lang) => lang === "fr" || lang === "en") === "en" ? "en" : "fr";
}
