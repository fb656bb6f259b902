import type { Node } from "oxc-parser";

const names = /\b(Boards|GraphiQL)\b/g;
/** Whether a text says something besides names. */
export const hasWords = (text: string) => /\p{L}/u.test(text.replace(names, ""));

/** Sentences that an expression can come to, as they stand in the code: not what a call makes of its arguments. */
export function sentencesOf(node: Node | null): string[] {
  switch (node?.type) {
    case "Literal":
      return typeof node.value === "string" && hasWords(node.value) ? [node.value] : [];
    case "TemplateLiteral":
      return node.quasis.map(({ value }) => value.raw).filter(hasWords);
    case "ConditionalExpression":
      return [...sentencesOf(node.consequent), ...sentencesOf(node.alternate)];
    case "LogicalExpression":
      return [...sentencesOf(node.left), ...sentencesOf(node.right)];
    case "BinaryExpression":
      return node.operator === "+" ? [...sentencesOf(node.left as Node), ...sentencesOf(node.right)] : [];
    case "JSXExpressionContainer":
      return sentencesOf(node.expression);
    default:
      return [];
  }
}
