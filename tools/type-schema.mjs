// A type of TypeScript as JSON Schema: what JSON.stringify writes of a value that has it.
import ts from "typescript";

/** Texts of a kind, by the name that their type has in the sources. */
const TEXTS = {
  Day: { type: "string", format: "date" },
  Month: { type: "string", pattern: "^[0-9]{4}-[0-9]{2}$" },
  Instant: { type: "string", format: "date-time" },
};

/** JSON.stringify leaves these out. */
const NEVER_WRITTEN = ts.TypeFlags.Undefined | ts.TypeFlags.Never;

/** Gives the schema of a type. Words and forms are in the order of the alphabet: the compiler's own changes with the files that it reads. */
export function schemaOf(checker, type, within = []) {
  const { flags } = type;
  if (flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) return {};
  if (flags & ts.TypeFlags.Null) return { type: "null" };
  if (type.isStringLiteral() || type.isNumberLiteral()) return { const: type.value };
  if (flags & ts.TypeFlags.BooleanLiteral) return { const: checker.typeToString(type) === "true" };
  if (flags & ts.TypeFlags.BooleanLike) return { type: "boolean" };
  if (flags & ts.TypeFlags.StringLike) return { type: "string" };
  if (flags & ts.TypeFlags.NumberLike) return { type: "number" };
  if (type.isUnion()) return unionOf(checker, type, within);
  if (flags & ts.TypeFlags.TypeParameter) return schemaOf(checker, checker.getBaseConstraintOfType(type), within);
  /** A type that holds itself is described once, and then named no further. */
  if (within.includes(type)) return {};
  return objectOf(checker, type, [...within, type]);
}

function unionOf(checker, type, within) {
  const parts = type.types
    .filter((one) => !(one.flags & ts.TypeFlags.Undefined))
    .map((one) => schemaOf(checker, one, within));
  const constants = parts.filter((one) => "const" in one).map((one) => one.const);
  const isTruth = constants.includes(true) && constants.includes(false);
  const words = isTruth ? constants.filter((one) => typeof one !== "boolean") : constants;
  const others = [
    ...new Map(parts.filter((one) => !("const" in one)).map((one) => [JSON.stringify(one), one])).values(),
  ];
  const all = [
    ...(words.length === 0 ? [] : [words.length === 1 ? { const: words[0] } : { enum: words.sort() }]),
    ...(isTruth ? [{ type: "boolean" }] : []),
    ...others.sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1)),
  ];
  if (all.length === 1) return all[0];
  const plain = all.filter((one) => typeof one.type === "string" && Object.keys(one).length === 1);
  return plain.length === all.length ? { type: all.map((one) => one.type) } : { anyOf: all };
}

function objectOf(checker, type, within) {
  if (checker.isArrayType(type) || checker.isTupleType(type)) return listOf(checker, type, within);
  const written = inWrittenOrder(checker, type)
    .map((property) => ({ property, own: checker.getTypeOfSymbol(property) }))
    .filter(({ own }) => own.getCallSignatures().length === 0 && !(own.flags & NEVER_WRITTEN));
  const fields = written.map(({ property, own }) => [property.name, propertyOf(checker, property, own, within)]);
  const required = written
    .filter(({ property, own }) => !(property.flags & ts.SymbolFlags.Optional) && !mayBeUndefined(own))
    .map(({ property }) => property.name);
  const indexed = checker.getIndexInfosOfType(type)[0];
  return {
    type: "object",
    ...(fields.length === 0 ? {} : { properties: Object.fromEntries(fields) }),
    ...(required.length === 0 ? {} : { required }),
    ...(indexed === undefined ? {} : { additionalProperties: schemaOf(checker, indexed.type, within) }),
  };
}

function listOf(checker, type, within) {
  const items = checker.getTypeArguments(type).map((one) => schemaOf(checker, one, within));
  const forms = [...new Map(items.map((one) => [JSON.stringify(one), one])).values()];
  if (forms.length === 0) return { type: "array" };
  return { type: "array", items: forms.length === 1 ? forms[0] : { anyOf: forms } };
}

/** The fields of a type, in the order in which the literal that makes it writes them, where one does. */
function inWrittenOrder(checker, type) {
  const literal = type.symbol?.declarations?.[0];
  const properties = checker.getPropertiesOfType(type);
  if (literal === undefined || !ts.isObjectLiteralExpression(literal)) return properties;
  const names = literal.properties.flatMap((one) =>
    ts.isSpreadAssignment(one) ? namesOf(checker, checker.getTypeAtLocation(one.expression)) : [one.name.getText()],
  );
  const place = ({ name }) => (names.includes(name) ? names.indexOf(name) : names.length);
  return [...properties].sort((one, other) => place(one) - place(other));
}

function namesOf(checker, type) {
  const all = (type.isUnion() ? type.types : [type]).flatMap((one) => inWrittenOrder(checker, one));
  return [...new Set(all.map(({ name }) => name))];
}

function mayBeUndefined(type) {
  return Boolean(type.flags & ts.TypeFlags.Undefined) || (type.isUnion() && type.types.some(mayBeUndefined));
}

/** A field, with what its declaration says of it. */
function propertyOf(checker, property, type, within) {
  const declared = originOf(checker, property);
  const text = TEXTS[namedBy(declared?.type)];
  const schema = schemaOf(checker, type, within);
  const kind = text === undefined ? schema : withText(schema, text);
  const said = declared === undefined ? "" : documentation(checker, declared);
  return said === "" ? kind : { description: said, ...kind };
}

function withText(schema, text) {
  if (schema.type === "string") return text;
  if (Array.isArray(schema.type) && schema.type.includes("string")) return { ...text, type: schema.type };
  return schema;
}

function documentation(checker, declared) {
  const symbol = checker.getSymbolAtLocation(declared.name);
  return symbol === undefined
    ? ""
    : ts.displayPartsToString(symbol.getDocumentationComment(checker)).replace(/\s+/g, " ").trim();
}

/** Where a field was declared: what is taken out of a value under its name is that value's field. */
function originOf(checker, symbol) {
  const declaration = symbol.valueDeclaration;
  if (declaration === undefined) return undefined;
  if (ts.isPropertySignature(declaration)) return declaration;
  if (!ts.isShorthandPropertyAssignment(declaration)) return undefined;
  const value = checker.getShorthandAssignmentValueSymbol(declaration)?.valueDeclaration;
  if (value === undefined || !ts.isBindingElement(value) || value.dotDotDotToken !== undefined) return undefined;
  const name = (value.propertyName ?? value.name).getText();
  const field = checker.getTypeAtLocation(value.parent).getProperty(name);
  return field === undefined ? undefined : originOf(checker, field);
}

/** The name of a type as it is written: `Month`, `components["schemas"]["Month"]`, either of them or null. */
function namedBy(node) {
  if (node === undefined) return undefined;
  if (ts.isUnionTypeNode(node)) return node.types.map(namedBy).find((name) => name !== undefined);
  if (ts.isTypeReferenceNode(node)) return node.typeName.getText();
  if (ts.isIndexedAccessTypeNode(node) && ts.isLiteralTypeNode(node.indexType)) return node.indexType.literal.text;
  return undefined;
}
