import type { ComponentProps } from "react";
import { useTranslations } from "use-intl";

interface OpenButtonProps extends ComponentProps<"button"> {
  /** The name of the tile. */
  name: string;
  onOpen: () => void;
}

/** What opens a tile in the viewer: as a rule its heading, below which other controls stand. */
export function OpenButton({ name, onOpen, className, children, ...rest }: OpenButtonProps) {
  const t = useTranslations("studio.tile");
  return (
    <button
      type="button"
      onClick={onOpen}
      className={className ?? "flex min-h-0 grow flex-col items-start overflow-hidden pr-10 text-left"}
      {...rest}
    >
      {/* Before what can be read in the tile, which thereby is part of the button's name. */}
      <span className="sr-only">{t("openNamed", { name })}</span>
      {children}
    </button>
  );
}
