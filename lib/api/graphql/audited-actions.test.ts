import { type Argument, Visitor } from "oxc-parser";
import { expect, it } from "vitest";
import { schema } from "@/lib/api/graphql/schema";
import messages from "@/lib/messages/en.json";
import { parseFile, sourceFiles } from "@/lib/testing/source-files";

const textOf = (node: Argument | undefined) => (node?.type === "Literal" && typeof node.value === "string" ? node.value : undefined);

/** What the code itself calls actions: `routeHandler({ audit })`, `setupHandler(audit, …)` and `writeAuditEntry({ action })`. */
function actionsIn(file: string): (string | undefined)[] {
  const found: (string | undefined)[] = [];
  new Visitor({
    CallExpression({ callee, arguments: [first] }) {
      if (callee.type !== "Identifier") return;
      if (callee.name === "setupHandler") found.push(textOf(first));
      if (first?.type !== "ObjectExpression") return;
      const name = { routeHandler: "audit", writeAuditEntry: "action", beginAuditEntry: "action", audited: "action" }[callee.name];
      for (const property of first.properties)
        if (property.type === "Property" && property.key.type === "Identifier" && property.key.name === name) found.push(textOf(property.value));
    },
  }).visit(parseFile(file).program);
  return found;
}

const mutations = Object.keys(schema.getMutationType()?.getFields() ?? {});
const others = sourceFiles("app/api", "lib", "inngest").flatMap(actionsIn);

it("every action that the audit log tells of has a sentence on the Activity screen, and each sentence an action", () => {
  const actions = new Set([...mutations, ...others.filter((action) => action !== undefined)]);
  expect(actions.size).toBeGreaterThan(mutations.length + 10);
  const told = Object.keys(messages.admin.activity.actions);
  expect({
    "has no sentence in admin.activity.actions of lib/messages/en.json": [...actions].filter((action) => !told.includes(action)),
    "has a sentence, and nothing does it": told.filter((action) => !actions.has(action)),
  }).toEqual({ "has no sentence in admin.activity.actions of lib/messages/en.json": [], "has a sentence, and nothing does it": [] });
});
