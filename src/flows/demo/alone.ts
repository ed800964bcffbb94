import { mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { type Play, show } from "./stage.ts";

/** The month that is lived without a company's API, and the moment: the last working day of that month. */
const MONTH = "2026-10";
const NOW = "2026-10-30T16:40:00.000Z";

/**
 * Lives a month on this machine alone: a simulation, the company's sheet, a report that leaves as a PDF.
 * @returns the file of the report.
 * @throws {DemoFailure} for the first command that fails.
 */
export async function liveAlone(stage: Play): Promise<string> {
  const play = { ...stage, own: { ...stage.own, PORTE_NOW: NOW } };
  const documents = join(play.folder, "documents");
  mkdirSync(documents);
  play.step("first");
  await show(play, "porte", ["simulate", "--tjm", "650"]);
  await play.pause();
  play.step("sheet");
  const contract = ["--contract", "cdi", "--category", "cadre", "--level", "senior", "--fee", "7"];
  const deliver = ["--deliver", `folder:${documents}`];
  await show(play, "porte", [
    "init",
    "--company",
    "Exemple Portage",
    "--name",
    "Claire Morel",
    ...contract,
    ...deliver,
    "--yes",
  ]);
  const mission = ["--client", "Acme Conseil", "--tjm", "650", "--from", `${MONTH}-01`, "--days-ordered", "120"];
  await show(play, "porte", ["missions", "add", "ACME", ...mission]);
  play.step("document");
  await show(play, "porte", ["declare", MONTH, "--all", "mission=ACME", "--leave", "30", "--yes"]);
  await show(play, "porte", ["declare", "mark", MONTH, "approved"]);
  await show(play, "porte", ["status"]);
  await play.pause();
  return join(documents, readdirSync(documents).find((name) => name.endsWith(".pdf")) ?? "");
}
