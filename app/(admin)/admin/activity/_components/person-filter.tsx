import { type FoundPerson, useFindPeople } from "@boards/client";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Combobox } from "@/lib/ui/combobox";

export interface PersonFilterProps {
  /** Whose activity is shown, by their id; null for everybody's. */
  person: string | null;
  /** Who did something of what is shown: the address may name someone who is not among those found. */
  known: readonly FoundPerson[];
  onPerson: (person: string | null) => void;
}

// Someone who is chosen like a person.
const everyone = "";

/** Chooses one person of the workspace, found by what is typed. */
export function PersonFilter({ person, known, onPerson }: PersonFilterProps) {
  const t = useTranslations("admin.activity");
  const [search, setSearch] = useState("");
  const [chosen, setChosen] = useState<FoundPerson | null>(null);
  const { people, hasMore } = useFindPeople(search);
  const all = new Map([...known, ...(chosen ? [chosen] : []), ...people].map((each) => [each.id, each]));
  const isNamed = person === null || all.has(person);
  const found = people.map(({ id }) => id);
  const textOf = (id: string) => {
    if (id === everyone) return t("everyone");
    const { name, email } = all.get(id) ?? { name: t("someone"), email: null };
    return email && email !== name ? t("person", { name, email }) : name;
  };
  return (
    <Combobox
      // What stands in the field is read when it appears: the name of who is in the address arrives later.
      key={String(isNamed)}
      id="activity-person"
      label={t("personFilter")}
      value={person ?? everyone}
      options={[everyone, ...(person && !found.includes(person) ? [person] : []), ...found]}
      textOf={textOf}
      hasMore={hasMore}
      onSearch={setSearch}
      onChange={(id) => {
        setChosen(all.get(id) ?? null);
        onPerson(id === everyone ? null : id);
      }}
    />
  );
}
