"use client";

import { X } from "lucide-react";
import { type KeyboardEvent, type PointerEvent, useContext, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { IconButton } from "@/lib/ui/icon-button";
import { PromptStateContext } from "../prompt-context";
import { panelLimits } from "./panel-cookie";
import { ResetAllButton } from "./reset-all-button";
import { SettingsForm } from "./settings-form";
import { useSettings } from "./settings-state";
import { changePanel, useStoredPanel } from "./stored-panel";

const { narrowest, widest } = panelLimits;
const stepPixels = 24;

/** As wide as the settings will be, so that the board does not move when they come. */
export function SettingsPanelPlace() {
  const { isOpen, width } = useStoredPanel();
  return isOpen && <div style={{ width }} className="h-full border-l bg-surface" />;
}

/** The settings beside the board on wide screens: as wide as one makes them. */
export function SettingsPanel() {
  const t = useTranslations("studio.settings");
  const { isWide, isOpen, setIsOpen } = useSettings();
  const hasPrompt = useContext(PromptStateContext) !== null;
  const { width: stored } = useStoredPanel();
  const [dragged, setDragged] = useState<number | null>(null);
  const panel = useRef<HTMLElement>(null);
  if (!hasPrompt) return <SettingsPanelPlace />;
  if (!isWide || !isOpen) return null;
  const width = dragged ?? stored;
  const within = (pixels: number) => Math.round(Math.min(Math.max(pixels, narrowest), widest));
  const drag = (event: PointerEvent<HTMLElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    setDragged(within((panel.current?.getBoundingClientRect().right ?? 0) - event.clientX));
  };
  const drop = () => {
    if (dragged !== null) changePanel({ width: dragged });
    setDragged(null);
  };
  const resizeByKey = (event: KeyboardEvent) => {
    const next = { ArrowLeft: width + stepPixels, ArrowRight: width - stepPixels, Home: narrowest, End: widest }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    changePanel({ width: within(next) });
  };
  const close = () => {
    setIsOpen(false);
    document.querySelector<HTMLElement>("[data-settings-button]")?.focus();
  };
  return (
    <aside ref={panel} aria-label={t("title")} style={{ width }} className="relative flex h-full min-h-0 flex-col border-l bg-surface">
      {/* biome-ignore lint/a11y/useSemanticElements: a splitter, which no element is */}
      <div
        role="separator"
        tabIndex={0}
        aria-orientation="vertical"
        aria-label={t("resize")}
        aria-valuenow={width}
        aria-valuemin={narrowest}
        aria-valuemax={widest}
        onKeyDown={resizeByKey}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={drag}
        onPointerUp={drop}
        onPointerCancel={drop}
        className="-left-1 absolute inset-y-0 z-10 w-2 cursor-col-resize touch-none transition-colors hover:bg-accent/40 focus-visible:bg-accent/40"
      />
      <div className="flex items-center gap-1 border-b py-2 pr-2 pl-5">
        <h2 className="grow font-serif text-2xl leading-9">{t("title")}</h2>
        <ResetAllButton />
        <IconButton label={t("close")} onClick={close}>
          <X size={18} />
        </IconButton>
      </div>
      <SettingsForm />
    </aside>
  );
}
