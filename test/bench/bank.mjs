// Prints how long a bank's file takes to be read, beside csv-parse alone on the same file in the same run, and the memory of both.
import { spawnSync } from "node:child_process";
import { createWriteStream, mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";

const RUNS = 5;
const SIZES = [100_000, 1_000_000];
const PARSE_ALONE = `
  import { createReadStream } from "node:fs";
  import { parse } from "csv-parse";
  const parser = createReadStream(process.argv[1]).pipe(
    parse({ bom: true, delimiter: ";", relax_column_count: true, skip_empty_lines: true, info: true }));
  let count = 0;
  parser.on("readable", () => { while (parser.read() !== null) count += 1; });
  await new Promise((resolve) => parser.on("end", resolve));
`;
const PEAK = `process.on("exit", () => process.stderr.write("peak " + process.resourceUsage().maxRSS));`;

const folder = mkdtempSync(join(tmpdir(), "porte-bench-"));
const peakFile = join(folder, "peak.cjs");
await write(peakFile, [PEAK]);
const env = {
  ...process.env,
  HOME: folder,
  PORTE_LANG: "en",
  PORTE_TOKEN: "none",
  PORTE_API_URL: "http://127.0.0.1:9",
};

console.log(
  `${new Date().toISOString().slice(0, 10)}, Node ${process.version}, ${cpus().length} x ${cpus()[0].model}, median of ${RUNS} runs\n`,
);
console.log(
  "| lines | csv-parse alone, s | porte expenses import, s | ratio | budget | peak MB, alone | peak MB, porte |",
);
console.log("|---:|---:|---:|---:|---:|---:|---:|");
for (const size of SIZES) {
  const file = join(folder, `${size}.csv`);
  await write(file, statement(size));
  const rounds = Array.from({ length: RUNS }, () => [
    run(["--input-type=module", "-e", PARSE_ALONE, file]),
    run(["bin/porte.js", "expenses", "import", file, "--take", "nothing like this=other"]),
  ]);
  const alone = median(rounds.map(([one]) => one.ms));
  const own = median(rounds.map(([, one]) => one.ms));
  const ratio = median(rounds.map(([one, other]) => other.ms / one.ms));
  const peaks = [0, 1].map((which) => Math.max(...rounds.map((round) => round[which].peakMb)).toFixed(0));
  console.log(
    `| ${size} | ${(alone / 1000).toFixed(2)} | ${(own / 1000).toFixed(2)} | ${ratio.toFixed(2)} | 2.00 | ${peaks[0]} | ${peaks[1]} |`,
  );
}
rmSync(folder, { recursive: true, force: true });

function run(argv) {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, ["-r", peakFile, ...argv], { env, encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  return { ms: performance.now() - start, peakMb: Number(/peak (\d+)/.exec(stderr)?.[1]) / 1024 };
}

function* statement(size) {
  yield "dateOp;dateVal;label;category;categoryParent;supplierFound;amount;comment;accountNum;accountLabel;accountbalance";
  for (let line = 0; line < size; line += 1) {
    const day = `2026-${String(1 + (Math.floor(line / 28) % 11)).padStart(2, "0")}-${String(1 + (line % 28)).padStart(2, "0")}`;
    const amount = `${line % 9 === 0 ? "" : "-"}${(line * 37) % 900},${String(line % 100).padStart(2, "0")}`;
    yield `${day};${day};"CARTE ${line} MAGASIN CB*${line % 10_000}";"Divers";"Vie quotidienne";"magasin";${amount};;00040123456;"Compte";${line % 5000},00`;
  }
}

async function write(file, lines) {
  const stream = createWriteStream(file);
  for (const line of lines)
    if (!stream.write(`${line}\n`)) await new Promise((resolve) => stream.once("drain", resolve));
  await new Promise((resolve) => stream.end(resolve));
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}
