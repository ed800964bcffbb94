// The list of what a package is made of, as CycloneDX 1.6: what is bundled, which npm cannot see, and what npm installs beside.
// No date and no serial number: the same package has the same list.
import { readFileSync } from "node:fs";

const LOCK = JSON.parse(readFileSync(new URL("../package-lock.json", import.meta.url), "utf8")).packages;

/** Writes a package's list. `inside` are bundled libraries, `outside` the names that it asks of npm. */
export function sbomOf(manifest, { inside, outside }) {
  const own = componentOf("application", manifest);
  const bundled = inside.map((library) => ({ ...componentOf("library", library), ...originOf(library.locked) }));
  const asked = outside.map((name) => {
    const locked = `node_modules/${name}`;
    const { version, license } = LOCK[locked];
    return { ...componentOf("library", { name, version, license }), ...originOf(locked) };
  });
  const components = [
    ...new Map([...bundled, ...asked].map((component) => [component["bom-ref"], component])).values(),
  ];
  const sorted = components.sort((one, other) => (one["bom-ref"] < other["bom-ref"] ? -1 : 1));
  const list = {
    $schema: "http://cyclonedx.org/schema/bom-1.6.schema.json",
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    version: 1,
    metadata: { component: own },
    components: sorted,
    dependencies: [{ ref: own["bom-ref"], dependsOn: sorted.map((component) => component["bom-ref"]) }],
  };
  return `${JSON.stringify(list, null, 2)}\n`;
}

function componentOf(type, { name, version, license }) {
  const [group, short] = name.startsWith("@") ? name.split("/") : [null, name];
  const purl = `pkg:npm/${name.replace("@", "%40")}@${version}`;
  const licenses = /[ (]/.test(license) ? [{ expression: license }] : [{ license: { id: license } }];
  return { type, "bom-ref": purl, ...(group === null ? {} : { group }), name: short, version, purl, licenses };
}

/** The hash of what npm took it from. */
function originOf(locked) {
  const { integrity } = LOCK[locked] ?? {};
  if (!integrity?.startsWith("sha512-")) return {};
  return { hashes: [{ alg: "SHA-512", content: Buffer.from(integrity.slice(7), "base64").toString("hex") }] };
}
