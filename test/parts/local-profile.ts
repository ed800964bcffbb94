import type { AlsoSent, CompanySheet, Way } from "../../src/domain/local/sheet.ts";
import { EMPTY_SHEET } from "../../src/domain/local/sheet.ts";
import { ONLY } from "../../src/store/records/areas.ts";
import { Records } from "../../src/store/records/records.ts";

/** What a porté of a company without an API has said: the company, themself, and where documents go. */
export function sheetFor(reports: Way | null, also?: readonly AlsoSent[]): CompanySheet {
  return {
    ...EMPTY_SHEET,
    company: { name: "Portage Exemple", siren: "732829320", address: "1 rue de la Paix, 75002 Paris" },
    person: { name: "Claire Morel", email: "claire@example.fr" },
    delivery: { reports, expenses: null, ...(also === undefined ? {} : { also }) },
  };
}

/** A mission of a client whose contact has an address. */
export const MISSION = {
  ...{ id: "ACME", reference: "ACME", client: "Acme Conseil", title: "Refonte", dailyRateCents: 65_000 },
  ...{ start: "2026-01-05", end: null, projectCodes: ["CMD-1", "CMD-2"], purchaseOrder: "BC-2026-118" },
  clientRecord: {
    ...{ name: "Acme Conseil", address: null, siren: null, siret: null, chorusEngagement: null, chorusService: null },
    ...{ routingCode: null, contactName: "S. Martin", contactEmail: "martin@acme.example" },
  },
};

const TYPED = ["me", "2026-01-02T08:00:00.000Z", { kind: "typed" }] as const;

/** Notes the company and a mission in the records of a folder, as a porté says them. */
export async function sayLocal(folder: string, sheet: CompanySheet): Promise<void> {
  const said = { scope: "sheet", area: "sheet", facts: [{ key: ONLY, value: sheet }] } as const;
  await new Records(folder).keepOwn(...TYPED, said);
  await sayMission(folder);
}

/** Notes the mission alone. */
export async function sayMission(folder: string): Promise<void> {
  const missions = {
    scope: "missions",
    area: "missions",
    facts: [{ key: MISSION.reference, value: MISSION }],
  } as const;
  await new Records(folder).keepOwn(...TYPED, missions);
}
