import { type Tag, type TagChange, type TagColor, tagColors, useGenerationTags, useTags } from "@boards/client";
import clsx from "clsx";
import { Check, Minus, Plus, Settings2 } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useDeferredValue, useEffect, useId, useState } from "react";
import { useTranslations } from "use-intl";
import { useErrorWords } from "@/app/_components/describe-error";
import { Button } from "@/lib/ui/button";
import { Dialog } from "@/lib/ui/dialog";
import { fieldLook } from "@/lib/ui/text-field";
import { toast } from "@/lib/ui/toast";
import { ColorChoice } from "./color-choice";
import { useCuration } from "./curation";
import { presenceAfter, presenceOf, withToggled } from "./tag-choice";
import { TagDot } from "./tag-dot";
import { TagManager } from "./tag-manager";
import { countOf, fewOf, type Target } from "./target";

/** Tags for some results: what is typed finds or makes one, Enter puts it on or takes it off, and all is done at once in the end. */
export function TagDialog({ target, onClose }: { target: Target; onClose: () => void }) {
  const t = useTranslations("studio.curation.tags");
  const [isManaging, setIsManaging] = useState(false);
  return (
    <Dialog title={isManaging ? t("manage") : t("title", { count: countOf(target) })} isOpen onClose={onClose}>
      {isManaging ? <TagManager onDone={() => setIsManaging(false)} /> : <TagPicker target={target} onClose={onClose} onManage={setIsManaging} />}
    </Dialog>
  );
}

function TagPicker({ target, onClose, onManage }: { target: Target; onClose: () => void; onManage: (isManaging: boolean) => void }) {
  const t = useTranslations("studio.curation.tags");
  const { describeError } = useErrorWords();
  const id = useId();
  const { tag } = useCuration();
  const [search, setSearch] = useState("");
  const name = search.trim();
  const { tags, createTag } = useTags(useDeferredValue(name));
  const ids = fewOf(target) ?? [];
  const known = useGenerationTags(ids);
  const had = ids.map((each) => known?.get(each) ?? []);
  const [made, setMade] = useState<Tag[]>([]);
  const [change, setChange] = useState<TagChange>({ add: [], remove: [] });
  const [color, setColor] = useState<TagColor>(() => tagColors[Math.floor(Math.random() * (tagColors.length - 1))] ?? "gray");
  const [active, setActive] = useState(0);

  const matches = (each: Tag) => each.name.toLowerCase().includes(name.toLowerCase());
  const all = [...made.filter((each) => !tags?.some((other) => other.id === each.id)), ...(tags ?? [])].filter(matches);
  const isNew = name !== "" && tags !== undefined && !all.some((each) => each.name.toLowerCase() === name.toLowerCase());
  const rows = all.length + (isNew ? 1 : 0);
  const current = Math.min(active, rows - 1);
  useEffect(() => {
    document.getElementById(`${id}-${current}`)?.scrollIntoView({ block: "nearest" });
  }, [id, current]);

  const toggle = (each: Tag) => setChange((before) => withToggled(before, each.id, presenceOf(each.id, had)));
  const create = async () => {
    try {
      const tag = await createTag(name, color);
      setMade((before) => [...before, tag]);
      setChange((before) => ({ ...before, add: [...before.add, tag.id] }));
      // What was typed in the meantime stays.
      setSearch((now) => (now === search ? "" : now));
    } catch (error) {
      toast.error(describeError(error).message);
    }
  };
  const isChanged = change.add.length + change.remove.length > 0;
  const apply = () => {
    if (isChanged) void tag(target, change);
    onClose();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const to = { ArrowDown: current + 1, ArrowUp: current - 1 }[event.key];
    const chosen = all[current];
    if (to !== undefined) setActive(Math.min(Math.max(to, 0), rows - 1));
    else if (event.key !== "Enter") return;
    else if (event.ctrlKey || event.metaKey) apply();
    else if (chosen) toggle(chosen);
    else if (isNew) void create();
    event.preventDefault();
  };
  return (
    <div className="grid gap-3">
      <input
        role="combobox"
        aria-expanded
        aria-controls={`${id}-list`}
        aria-activedescendant={rows > 0 ? `${id}-${current}` : undefined}
        aria-label={t("search")}
        placeholder={t("search")}
        autoComplete="off"
        maxLength={100}
        value={search}
        onChange={({ target: { value } }) => {
          setSearch(value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
        className={fieldLook}
      />
      <div
        role="listbox"
        id={`${id}-list`}
        aria-label={t("list")}
        aria-multiselectable
        className="max-h-64 pointer-coarse:max-h-72 overflow-y-auto overscroll-contain"
      >
        {all.map((each, index) => {
          const presence = presenceAfter(each.id, presenceOf(each.id, had), change);
          return (
            <TagOption
              key={each.id}
              id={`${id}-${index}`}
              isActive={index === current}
              isChosen={presence === "all"}
              label={presence === "some" ? t("onSome", { name: each.name }) : each.name}
              onChoose={() => toggle(each)}
            >
              <TagDot color={each.color} />
              <span className="min-w-0 grow truncate">{each.name}</span>
              {presence === "all" && <Check size={16} aria-hidden />}
              {presence === "some" && <Minus size={16} aria-hidden />}
            </TagOption>
          );
        })}
        {isNew && (
          // In sight, however many match.
          <TagOption
            id={`${id}-${all.length}`}
            isActive={current === all.length}
            isChosen={false}
            onChoose={() => void create()}
            className="sticky bottom-0"
          >
            <Plus size={16} aria-hidden className="shrink-0" /> <span className="truncate">{t("create", { name })}</span>
          </TagOption>
        )}
      </div>
      {rows === 0 && <p className="text-muted text-sm">{t("empty")}</p>}
      {isNew && <ColorChoice value={color} onChange={setColor} />}
      <div className="flex items-center justify-between gap-2 border-t pt-3">
        <button
          type="button"
          onClick={() => onManage(true)}
          className="inline-flex h-10 items-center gap-2 rounded-full px-3 text-muted text-sm hover:text-ink pointer-coarse:h-11"
        >
          <Settings2 size={15} aria-hidden /> {t("manage")}
        </button>
        <Button onClick={apply} disabled={!isChanged}>
          {t("apply")}
        </Button>
      </div>
    </div>
  );
}

interface TagOptionProps {
  id: string;
  /** Whether it is the one that Enter chooses. */
  isActive: boolean;
  isChosen: boolean;
  /** What it is called, where that is not what it shows. */
  label?: string;
  onChoose: () => void;
  className?: string;
  children: ReactNode;
}

function TagOption({ id, isActive, isChosen, label, onChoose, className, children }: TagOptionProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field, which keeps the focus
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isChosen}
      aria-label={label}
      onClick={onChoose}
      className={clsx(
        "flex min-h-10 cursor-pointer items-center gap-3 rounded-lg px-3 text-sm hover:bg-sunken pointer-coarse:min-h-11",
        className,
        isActive ? "bg-sunken" : "bg-surface",
      )}
    >
      {children}
    </div>
  );
}
