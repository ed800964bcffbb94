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
const CONNECTIVES = [ts.SyntaxKind.AmpersandAmpersandToken, ts.SyntaxKind.BarBarToken];

const isNegation = (node) => ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken;

/** Whether a condition is one comparison or one negation, which is turned around itself. */
function isTurnedItself(node) {
  const inner = ts.isParenthesizedExpression(node) ? node.expression : node;
  if (isNegation(inner)) return true;
  return (
    ts.isBinaryExpression(inner) &&
    OTHER.has(inner.operatorToken.kind) &&
    !CONNECTIVES.includes(inner.operatorToken.kind)
  );
}

/** The changes of one node: each from where, to where, and what it then says. */
const CHANGES = [
  (node) => {
    const instead = ts.isBinaryExpression(node) ? OTHER.get(node.operatorToken.kind) : undefined;
    return instead === undefined ? null : [node.operatorToken.getStart(), node.operatorToken.getEnd(), instead];
  },
  (node) => (isNegation(node) ? [node.getStart(), node.operand.getStart(), ""] : null),
  (node) => (node.kind === ts.SyntaxKind.TrueKeyword ? [node.getStart(), node.getEnd(), "false"] : null),
  (node) => (node.kind === ts.SyntaxKind.FalseKeyword ? [node.getStart(), node.getEnd(), "true"] : null),
  (node) => {
    if (!ts.isConditionalExpression(node) || isTurnedItself(node.condition)) return null;
    const [condition, yes, no] = [node.condition, node.whenTrue, node.whenFalse].map((one) => one.getText());
    return [node.getStart(), node.getEnd(), `${condition} ? ${no} : ${yes}`];
  },
  (node) => {
    if (!ts.isIfStatement(node) || isTurnedItself(node.expression)) return null;
    const { expression } = node;
    return [expression.getStart(), expression.getEnd(), `!(${expression.getText()})`];
  },
  (node) => (ts.isExpressionStatement(node) && !isSuper(node) ? [node.getStart(), node.getEnd(), ";"] : null),
];

/** A class that extends another cannot be without it. */
function isSuper({ expression }) {
  return ts.isCallExpression(expression) && expression.expression.kind === ts.SyntaxKind.SuperKeyword;
}

/** What a changed loop may go round at most: one that no longer ends throws. */
const MOST_ROUNDS = 100_000;

/** What makes the loops of a program end: texts to put in, each at its place. */
function endings(node) {
  const isLoop = ts.isForStatement(node) || ts.isWhileStatement(node) || ts.isDoStatement(node);
  if (!isLoop) return [];
  const { statement } = node;
  const count = `{ if ((globalThis.rounds = (globalThis.rounds ?? 0) + 1) > ${MOST_ROUNDS}) { globalThis.rounds = 0; throw new Error("endless"); } `;
  return [
    [statement.getStart(), count],
    [statement.getEnd(), " }"],
  ];
}

/**
 * Lists the small changes of a program that each turn one decision around: a comparison, a connective, a negation, `true` and `false`, the
 * branches of a choice, a condition, and a statement of effect that is left out.
 * @returns each with its line, what it says, what it then says, and the whole text as it then is.
 */
export function mutationsOf(file) {
  const text = readFileSync(file, "utf8");
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ESNext, true);
  const found = [];
  const loops = [];
  const visit = (node) => {
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node)) return;
    found.push(...CHANGES.flatMap((changeOf) => [changeOf(node)].filter((change) => change !== null)));
    loops.push(...endings(node));
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found.map(([from, to, instead]) => ({
    file,
    line: source.getLineAndCharacterOfPosition(from).line + 1,
    was: text.slice(from, to),
    instead,
    text: edited(text, [
      ...loops.filter(([at]) => at <= from || at >= to).map(([at, put]) => [at, at, put]),
      [from, to, instead],
    ]),
  }));
}

/** A text with changes that do not overlap: each from where, to where, and what it then says. */
function edited(text, changes) {
  const last = changes.toSorted(([one], [other]) => other - one);
  return last.reduce((whole, [from, to, instead]) => whole.slice(0, from) + instead + whole.slice(to), text);
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
