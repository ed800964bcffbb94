import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { accepted } from "../../src/client/answer.ts";
import { statusOf } from "../../src/errors/failures.ts";
import { type FailureCode, PorteError } from "../../src/errors.ts";
import { failuresIn } from "../../src/i18n/failures.ts";

const SOURCE = fileURLToPath(new URL("../../src/", import.meta.url));

/** What the operations of the company import, however far: all that may refuse a request. */
function reached(from: readonly string[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const open = from.map((file) => join(SOURCE, file));
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (found.has(file)) continue;
    const text = readFileSync(file, "utf8");
    found.set(file, text);
    for (const [, path = ""] of text.matchAll(/(?<!import type \{[^}]*\} )(?:from |import\()"(\.[^"]+\.ts)"/g))
      open.push(join(dirname(file), path));
  }
  return found;
}

/** What no request is refused with: options belong to a command line, and that a server is busy is told before its answer is read. */
const OF_NO_REQUEST = /^(usage|server)\./;

/** The codes that the company's operations may refuse with. */
function codesOfCompany(): FailureCode[] {
  const sources = [...reached(["server/operations.ts", "server/app.ts"]).values()];
  const codes = sources.flatMap((text) =>
    [...text.matchAll(/new PorteError\(\s*"([a-z_.-]+)"/g)].map(([, code = ""]) => code as FailureCode),
  );
  return [...new Set(codes)].filter((code) => !OF_NO_REQUEST.test(code)).sort();
}

/** What the client makes of an answer that refuses with this code. */
function heard(code: FailureCode): PorteError {
  const status = statusOf(new PorteError(code, {} as never));
  const body = Buffer.from(JSON.stringify({ code, title: "A sentence of the company.", facts: {} }));
  const headers = new Map([["content-type", "application/problem+json"]]);
  try {
    accepted(
      { url: "https://company.example", status, headers: { get: (name) => headers.get(name) ?? null }, body },
      { token: "t" },
    );
  } catch (failure) {
    if (failure instanceof PorteError) return failure;
    throw failure;
  }
  throw new Error(`${code} was accepted`);
}

test("every reason that the company can give is told in the words of its reader", () => {
  const codes = codesOfCompany();
  const untold = codes.filter((code) => {
    const failure = heard(code);
    return failure.code === "company.refused" && (failure as PorteError<"company.refused">).facts.problem === null;
  });

  expect(untold).toEqual([]);
  expect(codes.length).toBeGreaterThan(60);
  for (const lang of ["fr", "en"] as const)
    expect(codes.filter((code) => !Object.hasOwn(failuresIn(lang), code))).toEqual([]);
});

test("rates that the company lacks are asked of the company, not of this machine", () => {
  const facts = { month: "2027-01", first: "2024-01-01", last: "2026-12-31" };
  const refusal = {
    detail: "The rates for January 2027 are not in porte yet.",
    problem: { code: "law.not_covered", facts },
  };

  expect(failuresIn("fr")["company.refused"](refusal as never)).toEqual({
    what: "La société n'a pas encore les taux de janvier 2027.",
    hint: "Elle peut les ajouter : porte-company serve --law <fichier>",
  });
});

test("a reason that is not known here is quoted as the company's own", () => {
  const refusal = { detail: "No more than ten.", problem: null };

  expect(failuresIn("fr")["company.refused"](refusal).what).toBe("La société a répondu : « No more than ten. »");
  expect(failuresIn("en")["company.refused"](refusal).what).toBe('The company answered: "No more than ten."');
});
