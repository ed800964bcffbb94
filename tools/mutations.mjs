import { readFileSync } from "node:fs";
import ts from "typescript";

/** What stands for an operator in a changed program: the opposite of each comparison, and the other connective. */
const OTHER = new Map([
  [ts.SyntaxKind.EqualsEqualsEqualsToken, "!=="],
  [ts.SyntaxKind.ExclamationEqualsEqualsToken, "==="],
  [ts.SyntaxKind.LessThanToken, ">="],
  [ts.SyntaxKind.GreaterThanToken, "<="],
  [ts.SyntaxKind.LessThanEqualsToken, ">"],
  [ts.SyntaxKind.GreaterThanEqualsToken, "<"],
  [ts.SyntaxKind.AmpersandAmpersandToken, "||"],
  [ts.SyntaxKind.BarBarToken, "&&"],
]);

/** The changes of one node: each from where, to where, and what it then says. */
const CHANGES = [
  (node) => {
    const instead = ts.isBinaryExpression(node) ? OTHER.get(node.operatorToken.kind) : undefined;
    return instead === undefined ? null : [node.operatorToken.getStart(), node.operatorToken.getEnd(), instead];
  },
  (node) =>
    ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken
      ? [node.getStart(), node.operand.getStart(), ""]
      : null,
  (node) => (node.kind === ts.SyntaxKind.TrueKeyword ? [node.getStart(), node.getEnd(), "false"] : null),
  (node) => (node.kind === ts.SyntaxKind.FalseKeyword ? [node.getStart(), node.getEnd(), "true"] : null),
  (node) => {
    if (!ts.isConditionalExpression(node)) return null;
    const [condition, yes, no] = [node.condition, node.whenTrue, node.whenFalse].map((one) => one.getText());
    return [node.getStart(), node.getEnd(), `${condition} ? ${no} : ${yes}`];
  },
  (node) => {
    if (!ts.isIfStatement(node)) return null;
    const { expression } = node;
    return [expression.getStart(), expression.getEnd(), `!(${expression.getText()})`];
  },
  (node) => (ts.isExpressionStatement(node) ? [node.getStart(), node.getEnd(), ";"] : null),
];

/**
 * Lists the small changes of a program that each turn one decision around: a comparison, a connective, a negation, `true` and `false`, the
 * branches of a choice, a condition, and a statement of effect that is left out.
 * @returns each with its line, what it says, what it then says, and the whole text as it then is.
 */
export function mutationsOf(file) {
  const text = readFileSync(file, "utf8");
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ESNext, true);
  const found = [];
  const visit = (node) => {
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node)) return;
    found.push(...CHANGES.flatMap((changeOf) => [changeOf(node)].filter((change) => change !== null)));
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found.map(([from, to, instead]) => ({
    line: source.getLineAndCharacterOfPosition(from).line + 1,
    was: text.slice(from, to),
    instead,
    text: text.slice(0, from) + instead + text.slice(to),
  }));
}

/** Draws some of a list, the same ones for the same seed. */
export function drawn(list, count, seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  return list
    .map((one) => ({ one, rank: next() }))
    .sort((a, b) => a.rank - b.rank)
    .slice(0, count)
    .map(({ one }) => one);
}
