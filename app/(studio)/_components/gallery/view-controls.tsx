"use client";

import clsx from "clsx";
import { Layers2, LayoutGrid, type LucideIcon, Rows3, SquareStack } from "lucide-react";
import { Slider, ToggleGroup } from "radix-ui";
import { useTranslations } from "use-intl";
import { boundTileSize, type GalleryLook } from "./gallery-look";
import { type GalleryLayoutKind, galleryLayouts } from "./layout/box";
import { tileSizes } from "./tile-sizes";

const icons: Record<GalleryLayoutKind, LucideIcon> = { justified: SquareStack, square: LayoutGrid, list: Rows3 };

interface ViewControlsProps {
  look: GalleryLook;
  tileSize: number;
  onChange: (changes: Partial<GalleryLook>) => void;
}

/** How the gallery looks: its layout, the size of its tiles, and whether results stand together by request. */
export function ViewControls({ look, tileSize, onChange }: ViewControlsProps) {
  const t = useTranslations("studio.gallery");
  return (
    <>
      <ToggleGroup.Root
        type="single"
        value={look.layout}
        onValueChange={(layout) => layout && onChange({ layout: layout as GalleryLayoutKind })}
        aria-label={t("layout")}
        className="flex rounded-full border bg-surface p-0.5"
      >
        {galleryLayouts.map((layout) => {
          const Icon = icons[layout];
          return (
            <ToggleGroup.Item
              key={layout}
              value={layout}
              aria-label={t(`layouts.${layout}`)}
              title={t(`layouts.${layout}`)}
              className="grid h-8 w-9 place-items-center rounded-full text-muted data-[state=on]:bg-ink data-[state=on]:text-canvas pointer-coarse:h-11 pointer-coarse:w-12"
            >
              <Icon size={16} aria-hidden />
            </ToggleGroup.Item>
          );
        })}
      </ToggleGroup.Root>
      {look.layout !== "list" && (
        <Slider.Root
          value={[tileSize]}
          min={tileSizes.least}
          max={tileSizes.most}
          step={tileSizes.step}
          onValueChange={([size]) => size !== undefined && onChange({ tileSize: boundTileSize(size) })}
          className="relative flex h-9 w-28 touch-none items-center pointer-coarse:h-11 pointer-coarse:w-full"
        >
          <Slider.Track className="relative h-1 grow rounded-full bg-line forced-colors:bg-[CanvasText]">
            <Slider.Range className="absolute h-full rounded-full bg-muted" />
          </Slider.Track>
          <Slider.Thumb
            aria-label={t("tileSize")}
            className="relative block size-4 rounded-full border-2 border-muted bg-surface shadow after:absolute after:-inset-3.5 pointer-coarse:size-6"
          />
        </Slider.Root>
      )}
      <button
        type="button"
        aria-pressed={look.isGrouped}
        onClick={() => onChange({ isGrouped: !look.isGrouped })}
        className={clsx(
          "flex h-9 shrink-0 items-center gap-2 rounded-full border px-3.5 font-medium text-sm pointer-coarse:h-11",
          look.isGrouped ? "border-ink bg-ink text-canvas" : "bg-surface hover:bg-sunken",
        )}
      >
        <Layers2 size={15} aria-hidden /> {t("group")}
      </button>
    </>
  );
}
