import { type GeneratorForm, useViewer } from "@boards/client";
import { type KeyboardEvent, useEffect, useId, useMemo, useState } from "react";
import { useTranslations } from "use-intl";
import { AddKeyDialog } from "@/app/_components/add-key-dialog";
import { artifactKinds } from "@/app/_components/artifact-kinds";
import { DialogClose, DialogFrame, DialogTitle } from "@/lib/ui/dialog";
import { fieldLook } from "@/lib/ui/text-field";
import { recentGenerators } from "../draft/recent-generators";
import { usePromptContext } from "../prompt-context";
import { ChooserFilter } from "./chooser-filter";
import { ChooserRow } from "./chooser-row";
import { type Filter, familiesOf, matching, type Row, sectionsOf } from "./families";

interface ChooserDialogProps {
  chosen: GeneratorForm;
  onChoose: (name: string) => void;
  onClose: () => void;
}

const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };

/** All generators as a tree of families, searched and filtered. The focus stays in the search: arrow keys move, Right and Left unfold and fold, Enter chooses. */
export function ChooserDialog({ chosen, onChoose, onClose }: ChooserDialogProps) {
  const t = useTranslations("studio.chooser");
  const headings = useTranslations("app.artifactKinds");
  const id = useId();
  const { generators, userId } = usePromptContext();
  const [filter, setFilter] = useState<Filter>({ search: "", artifactType: "", takesImage: false, hasUnavailable: false });
  const [recent] = useState(() => recentGenerators(userId));
  const [toggled, setToggled] = useState<ReadonlySet<string>>(
    () => new Set(familiesOf(generators).flatMap(({ key, variants }) => (variants.includes(chosen) ? [key] : []))),
  );
  const [active, setActive] = useState<string | null>(null);
  const { isAdmin, areSimulatedRunsCharged } = useViewer();
  /** What an admin wanted to choose, whose provider has no key yet. */
  const [keyless, setKeyless] = useState<GeneratorForm | null>(null);
  const { found, hidden } = useMemo(() => matching(generators, filter), [generators, filter]);
  const sections = useMemo(() => sectionsOf(found, recent, toggled, filter), [found, recent, toggled, filter]);
  const rows = sections.flatMap((section) => section.rows);
  const isSearched = filter.search.trim() !== "";
  const current = rows.find(({ key }) => key === active) ?? (isSearched ? rows[0] : (rows.find(({ key }) => key === chosen.name) ?? rows[0]));
  const idOf = (row: Row | undefined) => (row ? `${id}-${row.key.replaceAll(/\W+/g, "-")}` : undefined);
  const currentId = idOf(current);

  useEffect(() => {
    if (currentId) document.getElementById(currentId)?.scrollIntoView({ block: "nearest" });
  }, [currentId]);

  const toggle = (key: string) => setToggled((all) => (all.has(key) ? new Set([...all].filter((each) => each !== key)) : new Set([...all, key])));
  const pick = (row: Row | undefined) => {
    if (!row) return;
    if ("family" in row) {
      toggle(row.family.key);
      setActive(row.isExpanded ? row.key : (row.family.variants[0]?.name ?? row.key));
    } else if (row.generator.unavailableReason === null) onChoose(row.generator.name);
    else if (isAdmin) setKeyless(row.generator);
  };
  const move = (by: number) => {
    const at = current ? rows.indexOf(current) : -1;
    setActive(rows[Math.min(Math.max(at + by, 0), rows.length - 1)]?.key ?? null);
  };
  /** Unfolds or folds the current family; from a variant, goes back to its family. */
  const fold = (isUnfolding: boolean): boolean => {
    if (!current) return false;
    if ("family" in current) {
      if (current.isExpanded !== isUnfolding) toggle(current.family.key);
      return current.isExpanded !== isUnfolding;
    }
    const parent = rows.slice(0, rows.indexOf(current)).findLast(({ level }) => level === 1);
    if (isUnfolding || current.level === 1 || !parent) return false;
    setActive(parent.key);
    return true;
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const { key, currentTarget } = event;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const isAtEnd = currentTarget.selectionStart === filter.search.length;
    const by = steps[key];
    if (by !== undefined) move(by);
    else if (key === "Enter") pick(current);
    else if (!(isAtEnd && (key === "ArrowRight" || key === "ArrowLeft") && fold(key === "ArrowRight"))) return;
    event.preventDefault();
  };
  return (
    <DialogFrame
      isOpen
      onClose={onClose}
      overlayClassName="z-40 bg-black/55 backdrop-blur-[2px]"
      className="inset-x-0 bottom-0 z-40 flex h-[85dvh] animate-appear flex-col overflow-hidden low:overflow-y-auto rounded-t-3xl border-t shadow-2xl sm:inset-x-auto sm:top-[7.5dvh] sm:bottom-auto sm:left-1/2 sm:h-[min(44rem,85dvh)] sm:w-[min(47rem,calc(100vw-2rem))] sm:-translate-x-1/2 sm:rounded-3xl sm:border"
    >
      <div className="flex items-center gap-2 pt-3 pr-3 pl-5">
        <DialogTitle className="grow text-2xl">{t("label")}</DialogTitle>
        <DialogClose className="pointer-coarse:size-11" />
      </div>
      <div className="grid gap-2 border-b px-4 pt-1 pb-3">
        <input
          type="search"
          role="combobox"
          aria-expanded
          aria-haspopup="tree"
          aria-controls={`${id}-tree`}
          aria-activedescendant={currentId}
          aria-label={t("search")}
          placeholder={t("search")}
          autoComplete="off"
          value={filter.search}
          onChange={({ target }) => {
            setFilter({ ...filter, search: target.value });
            setActive(null);
          }}
          onKeyDown={onKeyDown}
          className={fieldLook}
        />
        <ChooserFilter filter={filter} onChange={setFilter} />
      </div>
      {generators.some(({ isSimulated }) => isSimulated) && (
        <p className="border-b bg-sunken px-5 py-2 text-muted text-xs">{t("simulated", { isCharged: String(areSimulatedRunsCharged) })}</p>
      )}
      {/* What scrolls is the tree itself, which the keys of the search scroll. */}
      <div
        role="tree"
        id={`${id}-tree`}
        aria-label={t("label")}
        className="min-h-0 grow overflow-y-auto overscroll-contain px-2 pb-2 empty:hidden low:overflow-visible"
      >
        {sections.map(({ artifactType, rows: ofSection }) => {
          const heading = artifactType === null ? t("recent") : headings(artifactType as "IMAGE");
          const Icon = artifactKinds.find(({ kind }) => kind === artifactType)?.Icon;
          return (
            // biome-ignore lint/a11y/useSemanticElements: HTML has no element for a group of tree items
            <div key={artifactType} role="group" aria-label={heading} className="pt-3">
              <p aria-hidden className="flex items-center gap-2 px-3 pb-1 font-medium text-muted text-xs">
                {Icon && <Icon size={14} />} {heading}
              </p>
              {ofSection.map((row) => (
                <ChooserRow
                  key={row.key}
                  id={idOf(row) ?? ""}
                  row={row}
                  isActive={row === current}
                  isChosen={row.key === chosen.name}
                  mayAddKey={isAdmin}
                  onPick={() => pick(row)}
                />
              ))}
            </div>
          );
        })}
      </div>
      {found.length === 0 && <p className="p-4 text-muted text-sm">{hidden > 0 ? t("noneSetUp") : t("none", { search: filter.search })}</p>}
      {hidden > 0 && (
        <button
          type="button"
          aria-expanded={filter.hasUnavailable}
          onClick={() => setFilter({ ...filter, hasUnavailable: !filter.hasUnavailable })}
          className="w-full shrink-0 border-t px-5 py-3 text-left text-muted text-sm underline decoration-line underline-offset-4 hover:bg-sunken"
        >
          {filter.hasUnavailable ? t("hideMissing") : t("showMissing", { count: hidden })}
        </button>
      )}
      {keyless && <AddKeyDialog providerName={keyless.provider} onAdded={() => onChoose(keyless.name)} onClose={() => setKeyless(null)} />}
    </DialogFrame>
  );
}
