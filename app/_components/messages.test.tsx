import { readFileSync } from "node:fs";
import { renderToString } from "react-dom/server";
import { useTranslations } from "use-intl";
import { expect, it } from "vitest";
import en from "@/lib/messages/en.json";
import { sourceFiles } from "@/lib/testing/source-files";
import { MessagesProvider } from "./messages-provider";

/** The layouts that give messages, outermost first, each with the namespaces that it gives. */
const given = sourceFiles("app")
  .flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(/<Messages of=\{\[([^\]]*)\]\}/g)].map(([, list = ""]) => ({
      file,
      names: [...list.matchAll(/\w+/g)].map(([name]) => name),
    })),
  )
  .map(({ file, names }) => ({ folder: file.slice(0, file.lastIndexOf("/")), names }));

it("no layout sends sentences that one above it has sent", () => {
  expect(given.length).toBeGreaterThan(3);
  const twice: string[] = given.flatMap(({ folder, names }) =>
    given
      .filter((above) => folder.startsWith(`${above.folder}/`))
      .flatMap((above) => names.filter((name) => above.names.includes(name)).map((name) => `${folder}: ${name}`)),
  );
  expect(twice).toEqual([]);
});

const One = () => useTranslations()("studio.board.retry");
const Other = () => useTranslations()("ui.dialog.close");

it("a component reads what the layouts above it give together", () => {
  const page = (
    <MessagesProvider messages={{ ui: en.ui }}>
      <MessagesProvider messages={{ studio: en.studio }}>
        <One />
        <Other />
      </MessagesProvider>
    </MessagesProvider>
  );
  expect(renderToString(page)).toBe(`${en.studio.board.retry}<!-- -->${en.ui.dialog.close}`);
});
