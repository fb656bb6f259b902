import { useCombobox } from "downshift";
import { Check, ChevronsUpDown } from "lucide-react";
import { Popover } from "radix-ui";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { AriaProps } from "./aria-props";
import { fieldLook } from "./text-field";

interface ComboboxProps<T extends string | number> extends AriaProps {
  id: string;
  label: string;
  /** Null while nothing is chosen. */
  value: T | null;
  options: readonly T[];
  /** What is shown for a value, where that is not the value itself. */
  textOf?: (value: T) => string;
  placeholder?: string;
  /** Why an option can't be chosen now, if so. */
  reasonAgainst?: ((value: T) => string | undefined) | undefined;
  /** Where not all options are given at once: what is typed, to find those that fit; and whether there are still others. */
  onSearch?: (text: string) => void;
  hasMore?: boolean;
  onChange: (value: T) => void;
}

/** How many options are drawn at once; typing finds the others. */
const mostShown = 200;

/** A choice of one among many: what is typed narrows the list, arrow keys move in it, Enter chooses. */
export function Combobox<T extends string | number>(props: ComboboxProps<T>) {
  const { id, label, value, options, textOf = String, placeholder, reasonAgainst, onSearch, hasMore = false, onChange, ...aria } = props;
  const t = useTranslations("ui.combobox");
  const [search, setTyped] = useState("");
  const setSearch = (typed: string) => {
    setTyped(typed);
    onSearch?.(typed);
  };
  const chosenText = value === null ? "" : textOf(value);
  const [text, setText] = useState(chosenText);
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const found = options.filter((option) => words.every((word) => textOf(option).toLowerCase().includes(word)));
  const items = found.slice(0, mostShown);
  const { isOpen, highlightedIndex, getInputProps, getMenuProps, getItemProps, getToggleButtonProps } = useCombobox<T>({
    items,
    inputId: id,
    itemToString: (option) => (option === null ? "" : textOf(option)),
    isItemDisabled: (option) => reasonAgainst?.(option) !== undefined,
    selectedItem: value,
    inputValue: text,
    onInputValueChange: ({ inputValue, type }) => {
      setText(inputValue);
      if (type === useCombobox.stateChangeTypes.InputChange) setSearch(inputValue);
    },
    onIsOpenChange: ({ isOpen, selectedItem }) => {
      setSearch("");
      // What was typed and not chosen is no value.
      if (!isOpen) setText(selectedItem === null || selectedItem === undefined ? "" : textOf(selectedItem));
    },
    // Typing marks the first that fits, so that Enter takes it.
    stateReducer: (_state, { type, changes }) =>
      type === useCombobox.stateChangeTypes.InputChange ? { ...changes, highlightedIndex: changes.inputValue ? 0 : -1 } : changes,
    onSelectedItemChange: ({ selectedItem }) => selectedItem !== null && selectedItem !== undefined && onChange(selectedItem),
  });
  return (
    <Popover.Root open={isOpen}>
      <Popover.Anchor className="relative">
        <input
          {...getInputProps({
            placeholder,
            "aria-label": label,
            "aria-labelledby": undefined,
            onFocus: ({ currentTarget }) => currentTarget.select(),
            // Escape closes the list, not the dialog or sheet around it.
            onKeyDown: (event) => isOpen && event.key === "Escape" && event.stopPropagation(),
          })}
          {...aria}
          autoComplete="off"
          className={`${fieldLook} pr-10`}
        />
        <button
          type="button"
          {...getToggleButtonProps({ "aria-label": t("show", { label }) })}
          className="absolute inset-y-0 right-0 grid w-10 place-items-center text-muted pointer-coarse:w-11"
        >
          <ChevronsUpDown size={15} />
        </button>
      </Popover.Anchor>
      <Popover.Portal forceMount>
        <Popover.Content
          forceMount
          hidden={!isOpen}
          align="start"
          sideOffset={4}
          collisionPadding={8}
          onOpenAutoFocus={(event) => event.preventDefault()}
          onCloseAutoFocus={(event) => event.preventDefault()}
          className="z-50 max-h-[min(18rem,var(--radix-popover-content-available-height))] w-(--radix-popover-trigger-width) min-w-48 overflow-y-auto rounded-xl border bg-surface p-1.5 shadow-xl"
        >
          <ul {...getMenuProps({ "aria-label": label, "aria-labelledby": undefined }, { suppressRefError: true })}>
            {isOpen &&
              items.map((option, index) => {
                const reason = reasonAgainst?.(option);
                return (
                  <li
                    key={option}
                    {...getItemProps({ item: option, index, "aria-selected": option === value })}
                    data-highlighted={index === highlightedIndex || undefined}
                    className="flex cursor-pointer items-center justify-between gap-4 rounded-lg px-3 py-2 text-sm aria-disabled:cursor-not-allowed data-[highlighted]:bg-sunken aria-disabled:text-muted pointer-coarse:min-h-11"
                  >
                    <span className="wrap-anywhere min-w-0">
                      {textOf(option)}
                      {reason && <span className="block text-muted text-xs">{reason}</span>}
                    </span>
                    {option === value && <Check size={15} className="shrink-0" />}
                  </li>
                );
              })}
          </ul>
          {items.length === 0 && <p className="px-3 py-2 text-muted text-sm">{t("none", { search })}</p>}
          {found.length > items.length && <p className="px-3 py-2 text-muted text-xs">{t("more", { count: found.length - items.length })}</p>}
          {hasMore && found.length === items.length && <p className="px-3 py-2 text-muted text-xs">{t("others")}</p>}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
