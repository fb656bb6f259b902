"use client";

import { Check, ChevronsUpDown, FileText, Film, Image as ImageIcon, Music } from "lucide-react";
import { Popover } from "radix-ui";
import { type KeyboardEvent, type ReactNode, useState } from "react";
import type { GeneratorForm } from "@/lib/client/use-generators";
import { fieldLook } from "@/lib/ui/text-field";

const kinds: [string, string, ReactNode][] = [
  ["IMAGE", "Images", <ImageIcon key="image" size={15} />],
  ["VIDEO", "Videos", <Film key="video" size={15} />],
  ["AUDIO", "Sounds", <Music key="audio" size={15} />],
  ["TEXT", "Texts", <FileText key="text" size={15} />],
];

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
  const [isOpen, setIsOpen] = useState(false);
  const [search, setSearch] = useState("");
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const found = generators.filter(({ title, name, description }) =>
    words.every((word) => `${title} ${name} ${description}`.toLowerCase().includes(word)),
  );
  const choose = (name: string) => {
    onChoose(name);
    setIsOpen(false);
    setSearch("");
  };
  return (
    <Popover.Root open={isOpen} onOpenChange={setIsOpen}>
      <Popover.Trigger
        className="flex h-10 shrink-0 items-center gap-2 rounded-full border bg-canvas px-4 font-medium text-sm"
        aria-label={`Generator: ${chosen.title}`}
      >
        {kinds.find(([kind]) => kind === chosen.artifactType)?.[2]}
        {chosen.title}
        <ChevronsUpDown size={15} className="text-muted" />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align="start"
          sideOffset={8}
          aria-label="Generators"
          onKeyDown={moveFocus}
          className="z-50 max-h-[min(30rem,var(--radix-popover-content-available-height))] w-[min(24rem,calc(100vw-1rem))] animate-appear overflow-y-auto rounded-2xl border bg-surface p-2 shadow-2xl"
        >
          <input
            type="search"
            aria-label="Search generators"
            placeholder="Search generators"
            value={search}
            onChange={({ target }) => setSearch(target.value)}
            onKeyDown={(event) => event.key === "Enter" && found[0] && choose(found[0].name)}
            className={fieldLook}
          />
          {found.length === 0 && <p className="p-4 text-muted text-sm">No generator matches “{search}”.</p>}
          {kinds.map(([kind, heading, icon]) => {
            const group = found.filter(({ artifactType }) => artifactType === kind);
            if (group.length === 0) return null;
            return (
              <div key={kind} className="pt-3">
                <h3 className="flex items-center gap-2 px-3 pb-1 font-medium text-muted text-xs">
                  {icon} {heading}
                </h3>
                {group.map(({ name, title, description }) => (
                  <button
                    key={name}
                    type="button"
                    aria-label={title}
                    aria-pressed={name === chosen.name}
                    onClick={() => choose(name)}
                    className="flex w-full items-start gap-3 rounded-xl px-3 py-2 text-left hover:bg-sunken focus-visible:bg-sunken"
                  >
                    <span className="min-w-0 grow">
                      <span className="block font-medium text-sm">{title}</span>
                      <span className="line-clamp-2 text-muted text-xs">{description}</span>
                    </span>
                    {name === chosen.name && <Check size={16} className="mt-0.5 shrink-0 text-accent" />}
                  </button>
                ))}
              </div>
            );
          })}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

function moveFocus(event: KeyboardEvent<HTMLElement>) {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  event.preventDefault();
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>("input, button")];
  const index = stops.indexOf(document.activeElement as HTMLElement) + (event.key === "ArrowDown" ? 1 : -1);
  stops[Math.min(Math.max(index, 0), stops.length - 1)]?.focus();
}
