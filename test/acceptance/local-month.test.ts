import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { extractText, getDocumentProxy } from "unpdf";
import { afterAll, beforeAll, expect, test } from "vitest";
import { foldersFrom } from "../../src/store/folders.ts";
import { sayMission } from "../parts/local-profile.ts";
import { openMailServer, type TestMailServer } from "../parts/mail-server.ts";
import { answerOf, type Home, newHome } from "../parts/programs.ts";

/** A month lived without a company that has an API: by the built program, a mail server and files. */
let server: TestMailServer;
let home: Home;
beforeAll(async () => {
  server = await openMailServer("s3cret");
  home = newHome();
});
afterAll(async () => {
  home.remove();
  await server.stop();
});

const json = (...words: string[]) => answerOf(home.porte(...words, "--json"));

test("a month is declared as a document, refused, corrected, signed by the client, approved and proved", async () => {
  const to = "paie@portage.example";
  const who = ["--name", "Claire Morel", "--email", "claire@example.fr"];
  await json("init", "--company", "Portage Exemple", ...who, "--deliver", `mail:${to}`, "--via", "smtp", "--yes");
  await sayMission(join(foldersFrom(home.env, home.folder).data, "default"));
  for (const [key, value] of [
    ["mail.host", "127.0.0.1"],
    ["mail.port", String(server.port)],
    ["mail.security", "none"],
    ["mail.user", "claire"],
  ] as const)
    await json("config", "set", key, value);
  const kept = home.run(["config", "set", "mail.password", "-", "--json"], { input: "s3cret\n" });
  expect((await kept).code).toBe(0);

  const worked = ["2026-11", "--all", "mission=ACME", "--except", "11", "--yes"];
  const first = await json("declare", ...worked, "--also", "csv,xlsx");
  expect(first).toMatchObject({ state: "submitted", version: 1, delivery: { to, state: "delivered" } });
  expect(server.taken.map(({ to: whom }) => whom)).toEqual([[to]]);
  expect(server.taken[0]?.raw).toContain(`Message-ID: ${first.delivery.messageId}`);

  await json("declare", "mark", "2026-11", "refused", "--reason", "le 30 est férié ici");
  const second = await json("declare", "2026-11", "--all", "mission=ACME", "--except", "11,30", "--partial", "--yes");
  expect(second).toMatchObject({ state: "submitted", version: 2 });
  const pdf = join(home.folder, "cra.pdf");
  await json("declare", "get", "2026-11", "--pdf", pdf);
  const document = await getDocumentProxy(new Uint8Array(readFileSync(pdf)));
  const { text } = await extractText(document, { mergePages: true });
  for (const said of ["Portage Exemple", "Claire Morel", "Acme Conseil", "remplace la version 1"])
    expect(text).toContain(said);

  const client = await json("declare", "send-client", "2026-11", "--to", "martin@acme.example");
  expect(client).toMatchObject({ state: "awaiting-client", client: { sha256: second.delivery.sha256 } });
  const replies = join(home.folder, "replies");
  mkdirSync(replies);
  const head = "From: martin@acme.example\r\nDate: Fri, 27 Nov 2026 09:00:00 +0100\r\nSubject: Re: 2026-11";
  writeFileSync(join(replies, "reply.eml"), `${head}\r\n\r\nBon pour accord.\r\n`);
  const approved = await json("declare", "mark", "2026-11", "approved", "--file", replies);
  expect(approved).toMatchObject({ state: "approved", read: { from: "martin@acme.example" } });
  expect(await json("declare", "proof", "2026-11")).toMatchObject({ holds: true, version: 2, proof: approved.proof });
  const { versions } = await json("declare", "history", "2026-11");
  expect(versions.map(({ version }: { version: number }) => version)).toEqual([2, 1]);
  expect(server.taken).toHaveLength(3);
  expect(existsSync(join(home.folder, ".config", "porte", "settings.json"))).toBe(true);
  expect(readFileSync(join(home.folder, ".config", "porte", "settings.json"), "utf8")).not.toContain("s3cret");
}, 60_000);
