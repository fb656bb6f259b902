"use client";

import { type AdministeredGenerator, useAdministeredGenerators, useInstallation } from "@boards/client";
import { useCallback, useDeferredValue, useState } from "react";
import { toast } from "sonner";
import { artifactKinds } from "@/app/_components/artifact-kinds";
import { describeError } from "@/app/_components/describe-error";
import { AdminPage } from "../../_components/admin-page";
import { Empty, Loading, LoadProblem } from "../../_components/load-states";
import { GeneratorDialog } from "./generator-dialog";
import { GeneratorFilters } from "./generator-filters";
import { GeneratorGroup } from "./generator-group";
import { matches, type Shown } from "./matching-generators";
import { OwnProblems } from "./own-problems";

/** What can be made here: offered or not, to whom, at what price and within which limits. */
export function GeneratorsPage() {
  const { generators, isLoading, error, reload, change } = useAdministeredGenerators();
  const installation = useInstallation();
  const [search, setSearch] = useState("");
  const [shown, setShown] = useState<Shown>("all");
  const [changingName, setChangingName] = useState<string | null>(null);
  const [switched, setSwitched] = useState<Record<string, boolean>>({});
  const words = useDeferredValue(search);
  const found = generators?.filter((generator) => matches(generator, words, shown)) ?? [];

  // A switch shows at once what was asked for, and goes back when it is refused.
  const offer = useCallback(
    async (generator: AdministeredGenerator, isOffered: boolean) => {
      const { name, title } = generator;
      setSwitched((all) => ({ ...all, [name]: isOffered }));
      try {
        await change(generator, { isOffered: isOffered ? generator.hasEnded || null : false });
        toast(isOffered ? `${title} is offered again.` : `${title} is no longer offered.`);
      } catch (refusal) {
        toast.error(describeError(refusal).message);
      }
      setSwitched(({ [name]: _done, ...rest }) => rest);
    },
    [change],
  );
  const edit = useCallback(({ name }: AdministeredGenerator) => setChangingName(name), []);

  return (
    <AdminPage title="Generators" text="What people can choose on their boards. What you change holds for new requests.">
      {isLoading && <Loading label="Loading generators" />}
      {error && !generators && <LoadProblem what="The generators" onRetry={reload} />}
      {installation.ownGeneratorProblems.length > 0 && <OwnProblems problems={installation.ownGeneratorProblems} />}
      {generators && (
        <>
          <GeneratorFilters search={search} onSearch={setSearch} shown={shown} onShow={setShown} count={found.length} />
          {found.length === 0 && <Empty title="Nothing found" text="No generator matches what you search for. Try fewer words, or show all." />}
          {artifactKinds.map(({ kind, heading }) => (
            <GeneratorGroup
              key={kind}
              heading={heading}
              generators={found.filter(({ artifactType }) => artifactType === kind)}
              switched={switched}
              onOffer={offer}
              onEdit={edit}
            />
          ))}
        </>
      )}
      <GeneratorDialog
        generator={generators?.find(({ name }) => name === changingName) ?? null}
        isInstallationAdmin={installation.isAdmin}
        onChange={change}
        onClose={() => setChangingName(null)}
      />
    </AdminPage>
  );
}
