import { freshValue, type PlainField, pathWithin } from "@boards/client";
import { ArrowDown, ArrowUp, Plus, X } from "lucide-react";
import { useRef } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/lib/ui/button";
import { IconButton } from "@/lib/ui/icon-button";
import type { ControlProps, WithRows } from "./control-props";

/** As many of one field as wanted, in an order. */
export function ListControl({ id, field, value, path, errors, forbidden, onChange, Row, ...aria }: ControlProps<"list"> & WithRows) {
  const t = useTranslations("app.input");
  const list = useRef<HTMLFieldSetElement>(null);
  const items = Array.isArray(value) ? (value as unknown[]) : [];
  const { item, maximum } = field;
  if (item.kind === "artifact") return null;
  const itemField = item as PlainField;

  /** Removing a line leaves the focus in the list. */
  const remove = (index: number) => {
    onChange(items.filter((_, place) => place !== index));
    list.current?.querySelector<HTMLElement>("[data-add]")?.focus();
  };
  const move = (from: number, to: number) => {
    const moved = [...items];
    moved.splice(to, 0, ...moved.splice(from, 1));
    onChange(moved);
  };
  return (
    <fieldset ref={list} id={id} aria-label={field.title} aria-describedby={aria["aria-describedby"]} className="grid min-w-0 gap-3">
      {items.map((each, index) => {
        const title = t("item", { title: field.title, number: index + 1 });
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the place in the list is what a line is
          <div key={index} className={item.kind === "group" ? "grid gap-1" : "flex items-end gap-1"}>
            <div className="min-w-0 grow">
              <Row
                field={{ ...itemField, title }}
                value={each}
                errors={errors}
                path={pathWithin(path, index)}
                onChange={(changed) => onChange(items.map((other, place) => (place === index ? changed : other)))}
              />
            </div>
            <div className="flex shrink-0 justify-end">
              {items.length > 1 && (
                <>
                  <IconButton label={t("moveUp", { title })} disabled={index === 0} onClick={() => move(index, index - 1)}>
                    <ArrowUp size={16} />
                  </IconButton>
                  <IconButton label={t("moveDown", { title })} disabled={index === items.length - 1} onClick={() => move(index, index + 1)}>
                    <ArrowDown size={16} />
                  </IconButton>
                </>
              )}
              <IconButton label={t("removeItem", { title })} onClick={() => remove(index)}>
                <X size={16} />
              </IconButton>
            </div>
          </div>
        );
      })}
      <div className="flex items-center gap-3">
        <Button
          look="quiet"
          data-add
          aria-label={t("addTo", { title: field.title })}
          aria-disabled={items.length >= maximum}
          onClick={() => items.length < maximum && onChange([...items, freshValue(item)])}
          className="aria-disabled:opacity-45"
        >
          <Plus size={15} /> {t("add")}
        </Button>
        <span className="text-muted text-xs tabular-nums">{t("countOf", { count: items.length, maximum })}</span>
      </div>
    </fieldset>
  );
}
