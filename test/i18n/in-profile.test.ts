import { expect, test } from "vitest";
import { PorteError } from "../../src/errors.ts";
import { catalogueOf } from "../../src/i18n/catalogue.ts";
import { describeFailure } from "../../src/i18n/describe.ts";
import { inProfile } from "../../src/i18n/in-profile.ts";

const WORDS = ["login", "sync", "declare", "expenses"];

test("a command that a sentence proposes keeps the profile, and nothing else changes", async () => {
  const french = await catalogueOf("fr");
  const of = (profile: string) => inProfile(french, profile, WORDS);
  const hintOf = (profile: string) =>
    describeFailure(of(profile).failures, new PorteError("auth.required", { profile })).hint;
  expect(hintOf("travail")).toBe("Se connecter : porte --profile travail login https://adresse-de-votre-societe");
  expect(hintOf("à $moi")).toContain("porte --profile 'à $moi' login");
  const elsewhere = new PorteError("auth.elsewhere", {
    profile: "x",
    url: "https://a.example",
    asked: "https://b.example",
  });
  expect(describeFailure(of("x").failures, elsewhere).hint).toBe(describeFailure(french.failures, elsewhere).hint);
  expect(of("x").format.month("2026-11")).toBe("novembre 2026");
  expect(of("x").waiting).toBe(french.waiting);
});
