import { XMLParser, XMLValidator } from "fast-xml-parser";
import type { XmlElement } from "../domain/invoice/element.ts";

/** An invoice of ten thousand lines has less. */
const XML_MOST_BYTES = 5 * 1024 * 1024;
const MAX_DEEP = 40;
const TEXT = "#text";
const ATTRIBUTES = ":@";

/** No entity is ever expanded, no number made of a text, and nothing outside of the file is asked for. */
const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: "",
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
  processEntities: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  maxNestedTags: MAX_DEEP,
});

/** Reads XML that has no document type. @returns null for what is none, is too long or too deep, or declares anything. */
export function readXml(bytes: Uint8Array, maxBytes: number = XML_MOST_BYTES): XmlElement | null {
  if (bytes.length > maxBytes) return null;
  try {
    const text = decoded(bytes);
    if (/<!(?:DOCTYPE|ENTITY)/i.test(text) || XMLValidator.validate(text) !== true) return null;
    const roots = (parser.parse(text) as Node[]).flatMap(elementOf);
    return roots.length === 1 ? (roots[0] ?? null) : null;
  } catch {
    return null;
  }
}

/** A byte order mark decides, then zeros between letters, then what the file says of itself. @throws for letters that are none. */
function decoded(bytes: Uint8Array): string {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 200));
  const read = (encoding: string) => new TextDecoder(encoding, { fatal: true }).decode(bytes);
  if (head.startsWith("ÿþ") || head.startsWith("<\0")) return read("utf-16le");
  if (head.startsWith("þÿ") || head.startsWith("\0<")) return read("utf-16be");
  const [, said = "utf-8"] = /^<\?xml[^>]*encoding\s*=\s*["']([\w.-]{1,40})["']/.exec(head) ?? [];
  return read(/^utf-?(8|16)$/i.test(said) ? "utf-8" : said);
}

/** As the parser gives it: the name of a node with what stands in it, and its attributes beside. */
interface Node {
  readonly [name: string]: unknown;
}

function elementOf(node: Node): XmlElement[] {
  const [name] = Object.keys(node).filter((key) => key !== ATTRIBUTES);
  const inside = name === undefined ? null : node[name];
  if (name === undefined || !Array.isArray(inside)) return [];
  const texts = (inside as Node[]).flatMap(({ [TEXT]: text }) => (text === undefined ? [] : [String(text)]));
  const attributes = Object.entries((node[ATTRIBUTES] ?? {}) as Record<string, unknown>);
  return [
    {
      name,
      attributes: Object.fromEntries(attributes.map(([key, value]) => [key, plain(String(value))])),
      text: plain(texts.join("")).trim(),
      children: (inside as Node[]).flatMap(elementOf),
    },
  ];
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** Writes the five names of letters that XML itself has, and numbers of letters, as the letters. */
function plain(text: string): string {
  return text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi, (all, hex, decimal, name) => {
    if (name !== undefined) return ENTITIES[String(name).toLowerCase()] ?? all;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : all;
  });
}
