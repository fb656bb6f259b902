"use client";

import type { GeneratorForm } from "@boards/client";
import { Check, ChevronsUpDown } from "lucide-react";
import { Popover, ToggleGroup } from "radix-ui";
import { type KeyboardEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { artifactKinds } from "@/app/_components/artifact-kinds";
import { fieldLook } from "@/lib/ui/text-field";
import { SimulatedBadge } from "../tile/simulated-badge";

/** Chooses a generator: searchable, grouped by what it makes. Arrow keys move, Enter chooses. */
export function GeneratorPicker({
  generators,
  chosen,
  onChoose,
}: {
  generators: GeneratorForm[];
  chosen: GeneratorForm;
  onChoose: (name: string) => void;
}) {
  const t = useTranslations("studio.generatorPicker");
  const headings = useTranslations("app.artifactKinds");
  const [isOpen, setIsOpen] = useState(false);
  const [search, setSearch] = useState("");
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const [areAllShown, setAreAllShown] = useState(false);
  const [kindShown, setKindShown] = useState("");
  const matching = generators.filter(
    ({ title, name, description, vendor, artifactType }) =>
      (kindShown === "" || artifactType === kindShown) &&
      words.every((word) => `${title} ${name} ${description} ${vendor ?? ""}`.toLowerCase().includes(word)),
  );
  const missing = matching.filter(({ unavailableReason }) => unavailableReason !== null).length;
  const found = areAllShown ? matching : matching.filter(({ unavailableReason }) => unavailableReason === null);
  const ChosenIcon = artifactKinds.find(({ kind }) => kind === chosen.artifactType)?.Icon;
  const choose = (name: string) => {
    onChoose(name);
    setIsOpen(false);
    setSearch("");
    setKindShown("");
  };
  return (
    <Popover.Root open={isOpen} onOpenChange={setIsOpen}>
      <Popover.Trigger
        className="flex h-10 min-w-0 max-w-[75%] shrink-0 items-center gap-2 rounded-full border bg-canvas px-4 font-medium text-sm"
        aria-label={t("chosen", { title: chosen.title })}
      >
        {ChosenIcon && <ChosenIcon size={15} className="shrink-0" />}
        <span className="truncate">{chosen.title}</span>
        {chosen.isSimulated && <SimulatedBadge />}
        <ChevronsUpDown size={15} className="shrink-0 text-muted" />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align="start"
          sideOffset={8}
          collisionPadding={8}
          aria-label={t("label")}
          onKeyDown={moveFocus}
          className="z-50 max-h-[min(30rem,var(--radix-popover-content-available-height))] w-[min(24rem,calc(100vw-1rem))] animate-appear overflow-y-auto rounded-2xl border bg-surface p-2 pt-0 shadow-2xl"
        >
          <div className="sticky top-0 z-10 bg-surface pt-2 pb-1">
            <input
              type="search"
              aria-label={t("search")}
              placeholder={t("search")}
              value={search}
              onChange={({ target }) => setSearch(target.value)}
              onKeyDown={(event) => event.key === "Enter" && found[0] && found[0].unavailableReason === null && choose(found[0].name)}
              className={fieldLook}
            />
            <ToggleGroup.Root
              type="single"
              value={kindShown}
              onValueChange={setKindShown}
              aria-label={t("kinds")}
              className="mt-2 flex flex-wrap gap-1 pb-1"
            >
              {artifactKinds.map(({ kind, Icon }) => (
                <ToggleGroup.Item
                  key={kind}
                  value={kind}
                  data-kind
                  className="flex h-8 shrink-0 items-center gap-1.5 rounded-full border px-2.5 text-xs data-[state=on]:border-accent data-[state=on]:bg-accent data-[state=on]:text-on-accent"
                >
                  <Icon size={15} /> {headings(kind)}
                </ToggleGroup.Item>
              ))}
            </ToggleGroup.Root>
          </div>
          {found.length === 0 && <p className="p-4 text-muted text-sm">{missing > 0 ? t("noneSetUp") : t("none", { search })}</p>}
          {artifactKinds.map(({ kind, Icon }) => {
            const group = found.filter(({ artifactType }) => artifactType === kind);
            if (group.length === 0) return null;
            return (
              <div key={kind} className="pt-3">
                <h3 className="flex items-center gap-2 px-3 pb-1 font-medium text-muted text-xs">
                  <Icon size={15} /> {headings(kind)}
                </h3>
                {group.map(({ name, title, description, unavailableReason, deprecation, isSimulated }) => (
                  <button
                    key={name}
                    type="button"
                    aria-label={title}
                    aria-pressed={name === chosen.name}
                    aria-disabled={unavailableReason !== null}
                    onClick={() => unavailableReason === null && choose(name)}
                    className="flex w-full items-start gap-3 rounded-xl px-3 py-2 text-left hover:bg-sunken focus-visible:bg-sunken aria-disabled:cursor-not-allowed"
                  >
                    <span className="min-w-0 grow">
                      <span className={`flex flex-wrap items-center gap-x-2 font-medium text-sm ${unavailableReason ? "text-muted" : ""}`}>
                        {title} {isSimulated && <SimulatedBadge />}
                      </span>
                      <span className="line-clamp-2 text-muted text-xs">{unavailableReason ?? deprecation ?? description}</span>
                    </span>
                    {name === chosen.name && <Check size={16} className="mt-0.5 shrink-0 text-accent" />}
                  </button>
                ))}
              </div>
            );
          })}
          {missing > 0 && (
            <button
              type="button"
              aria-expanded={areAllShown}
              onClick={() => setAreAllShown(!areAllShown)}
              className="mt-2 w-full rounded-xl border-t px-3 py-3 text-left text-muted text-sm hover:bg-sunken focus-visible:bg-sunken"
            >
              {areAllShown ? t("hideMissing") : t("showMissing", { count: missing })}
            </button>
          )}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

function moveFocus(event: KeyboardEvent<HTMLElement>) {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  event.preventDefault();
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>("input, button:not([data-kind])")];
  const index = stops.indexOf(document.activeElement as HTMLElement) + (event.key === "ArrowDown" ? 1 : -1);
  stops[Math.min(Math.max(index, 0), stops.length - 1)]?.focus();
}
