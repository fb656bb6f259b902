import type { BoardGeneration } from "@boards/client";
import clsx from "clsx";
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { artifactKinds } from "@/app/_components/artifact-kinds";
import { DialogClose, DialogFrame, DialogTitle } from "@/lib/ui/dialog";
import { fieldLook } from "@/lib/ui/text-field";
import { toast } from "@/lib/ui/toast";
import { useCaption } from "../../../../../_components/tile/describe-generation";
import { Thumbnail } from "../../../../../_components/tile/thumbnail";
import { valuesOf, withGenerator, withValue } from "../draft/draft";
import { recentGenerators } from "../draft/recent-generators";
import { withArtifact } from "../draft/slots";
import { promptElement } from "../focus-field";
import { usePrompt, usePromptContext } from "../prompt-context";
import { type Use, usesOf } from "./use-as";
import { useUseWords } from "./use-words";

const keyOf = ({ generator, slot }: Use) => `${generator.name}-${slot.name}`;
const mostShown = 200;

/** Asks what an artifact is to be used as, and puts it there. The focus stays in the search: arrow keys move, Enter chooses. */
export function UseAsDialog({ generation, onClose }: { generation: BoardGeneration; onClose: () => void }) {
  const t = useTranslations("studio.useAs");
  const kinds = useTranslations("app.artifactKind");
  const captionOf = useCaption();
  const describe = useUseWords();
  const id = useId();
  const { generators, store, userId, closeViewer } = usePromptContext();
  const { generator: chosen } = usePrompt();
  const [search, setSearch] = useState("");
  const [active, setActive] = useState(0);
  const isChosen = useRef(false);
  const [recent] = useState(() => recentGenerators(userId));
  const uses = useMemo(
    () => usesOf(generation, generators, { chosen: chosen?.name ?? null, recent }).map((use) => ({ use, text: describe(use) })),
    [generation, generators, chosen, recent, describe],
  );
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const matching = uses.filter(({ use: { generator, slot }, text }) => {
    const searched = [text, generator.title, generator.vendor, generator.providerTitle, slot.title].join(" ").toLowerCase();
    return words.every((word) => searched.includes(word));
  });
  const found = matching.slice(0, mostShown);
  const current = found[Math.min(active, found.length - 1)];
  const currentId = current && `${id}-${keyOf(current.use)}`;
  useEffect(() => {
    if (currentId) document.getElementById(currentId)?.scrollIntoView({ block: "nearest" });
  }, [currentId]);

  const choose = ({ generator, slot }: Use) => {
    store.change(
      (draft) => {
        const moved = draft.generatorName === generator.name ? draft : withGenerator(draft, generator);
        return withValue(moved, generator, slot.name, withArtifact(slot, valuesOf(moved, generator)[slot.name], generation.id));
      },
      { isLarge: true },
    );
    isChosen.current = true;
    onClose();
    closeViewer();
    toast.success(t("added", { slot: slot.title, generator: generator.title }), { action: { label: t("undo"), onClick: () => store.undo() } });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const to = { ArrowDown: active + 1, ArrowUp: active - 1, PageDown: active + 8, PageUp: active - 8 }[event.key];
    if (to !== undefined) setActive(Math.min(Math.max(to, 0), found.length - 1));
    else if (event.key === "Enter" && current) choose(current.use);
    else return;
    event.preventDefault();
  };
  return (
    <DialogFrame
      isOpen
      onClose={onClose}
      // What has been put into the prompt bar is gone on with there.
      returnTo={() => (isChosen.current ? promptElement() : null)}
      overlayClassName="z-40 bg-black/55 backdrop-blur-[2px]"
      className="inset-x-0 bottom-0 z-50 flex h-[75dvh] animate-appear flex-col overflow-hidden rounded-t-3xl border-t shadow-2xl sm:inset-x-auto sm:top-[12dvh] sm:bottom-auto sm:left-1/2 sm:h-[min(34rem,76dvh)] sm:w-[min(32rem,calc(100vw-2rem))] sm:-translate-x-1/2 sm:rounded-3xl sm:border"
    >
      <div className="flex items-center gap-3 p-4 pb-3">
        <span className="size-12 shrink-0 overflow-hidden rounded-lg border">
          <Thumbnail generation={generation} />
        </span>
        <span className="min-w-0 grow">
          <DialogTitle className="text-2xl">{t("title", { kind: kinds(generation.artifactType) })}</DialogTitle>
          <span className="block truncate text-muted text-sm">{captionOf(generation)}</span>
        </span>
        <DialogClose className="self-start pointer-coarse:size-11" />
      </div>
      <div className="border-b px-4 pb-3">
        <input
          type="search"
          role="combobox"
          aria-expanded
          aria-controls={`${id}-list`}
          aria-activedescendant={currentId}
          aria-label={t("search")}
          placeholder={t("search")}
          autoComplete="off"
          value={search}
          onChange={({ target }) => {
            setSearch(target.value);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
          className={fieldLook}
        />
      </div>
      <div
        role="listbox"
        id={`${id}-list`}
        aria-label={t("list")}
        className="min-h-0 grow overflow-y-auto overscroll-contain p-2 low:overflow-visible"
      >
        {found.map(({ use, text }) => {
          const Icon = artifactKinds.find(({ kind }) => kind === use.generator.artifactType)?.Icon;
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the search, which keeps the focus
            <div
              key={keyOf(use)}
              id={`${id}-${keyOf(use)}`}
              role="option"
              tabIndex={-1}
              aria-selected={use === current?.use}
              onClick={() => choose(use)}
              className={clsx(
                "flex min-h-11 cursor-pointer items-center gap-3 rounded-xl px-3 py-2 hover:bg-sunken",
                use === current?.use && "bg-sunken outline-1 outline-muted -outline-offset-1",
              )}
            >
              {Icon && <Icon size={15} className="shrink-0 text-muted" />}
              <span className="min-w-0 grow">
                <span className="block text-sm">{text}</span>
                <span className="block truncate text-muted text-xs">
                  {[use.generator.vendor, use.generator.providerTitle ?? t("onThisServer")].filter(Boolean).join(" · ")}
                </span>
              </span>
              {use.generator.name === chosen?.name && <span className="shrink-0 rounded-full border px-2 text-muted text-xs">{t("current")}</span>}
            </div>
          );
        })}
        {matching.length > found.length && <p className="p-3 text-muted text-sm">{t("more", { count: matching.length - found.length })}</p>}
      </div>
      {found.length === 0 && (
        <p role="status" className="p-6 text-center text-muted text-sm">
          {uses.length === 0 ? t("none", { kind: kinds(generation.artifactType) }) : t("noMatch", { search })}
        </p>
      )}
    </DialogFrame>
  );
}
