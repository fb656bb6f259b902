import { type Node, parseSync, Visitor } from "oxc-parser";
import { describe, expect, it } from "vitest";
import { hasWords, sentencesOf } from "@/lib/testing/literal-text";
import { parseFile, sourceFiles } from "@/lib/testing/source-files";

const spoken = new Set(["action", "alt", "aria-label", "description", "error", "gone", "heading", "help", "label", "placeholder", "text", "title"]);
/** The sentences that a screen holds itself: its text, its labels, what it says in toasts, and the titles of pages. */
function sentencesIn({ program }: ReturnType<typeof parseSync>): string[] {
  const found: string[] = [];
  new Visitor({
    JSXText({ value }) {
      if (hasWords(value)) found.push(value.trim());
    },
    JSXElement({ children }) {
      for (const child of children) if (child.type === "JSXExpressionContainer") found.push(...sentencesOf(child));
    },
    JSXAttribute({ name, value }) {
      if (name.type === "JSXIdentifier" && spoken.has(name.name)) found.push(...sentencesOf(value));
    },
    CallExpression({ callee, arguments: [first] }) {
      const called = callee.type === "MemberExpression" ? callee.object : callee;
      if (called.type === "Identifier" && called.name === "toast") found.push(...sentencesOf((first ?? null) as Node | null));
    },
    Property({ key, value }) {
      if (key.type === "Identifier" && spoken.has(key.name)) found.push(...sentencesOf(value as Node));
    },
  }).visit(program);
  return found;
}

const screens = sourceFiles("app", "lib/ui");

describe("the sentences of screens stand in lib/messages/en.json, not in the screens", () => {
  it("as all do", () => {
    expect(screens.length).toBeGreaterThan(100);
    expect(screens.flatMap((file) => sentencesIn(parseFile(file)).map((sentence) => `${file}: ${sentence}`))).toEqual([]);
  });

  it.each([
    ["<p>Nothing here</p>", ["Nothing here"]],
    ["<p>{isOn ? 'On' : t('off')}</p>", ["On"]],
    ["<p>{name ?? 'Somebody'} · 5</p>", ["Somebody"]],
    [`<Button aria-label={\`Remove \${name}\`}>{t('remove')}</Button>`, ["Remove "]],
    ["<Field label='Name' name='name' placeholder={'As ' + kind} />", ["Name", "As "]],
    ["const say = () => toast.error('No'); const meta = { title: 'Boards', description: 'A kit' };", ["No", "A kit"]],
    [`<p className='a b' title={t('title')}>{items.map(({ id }) => t(\`kinds.\${id}\`))} · {kind === 'image' && icon}</p>`, []],
  ])("found in %s", (code, sentences) => expect(sentencesIn(parseSync("screen.tsx", code))).toEqual(sentences));
});
