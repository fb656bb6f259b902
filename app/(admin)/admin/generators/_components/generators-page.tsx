"use client";

import { type AdministeredGenerator, useAdministeredGenerators, useInstallation } from "@boards/client";
import { useCallback, useDeferredValue, useState } from "react";
import { useTranslations } from "use-intl";
import { artifactKinds } from "@/app/_components/artifact-kinds";
import { useErrorWords } from "@/app/_components/describe-error";
import { toast } from "@/lib/ui/toast";
import { AdminPage } from "../../_components/admin-page";
import { Empty, Loading, LoadProblem } from "../../_components/load-states";
import { GeneratorDialog } from "./generator-dialog";
import { GeneratorFilters } from "./generator-filters";
import { GeneratorGroup } from "./generator-group";
import { matches, type Shown } from "./matching-generators";
import { OwnProblems } from "./own-problems";

/** What can be made here: offered or not, to whom, at what price and within which limits. */
export function GeneratorsPage() {
  const t = useTranslations("admin.generators");
  const headings = useTranslations("app.artifactKinds");
  const { describeError } = useErrorWords();
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
        toast(t(isOffered ? "enabled" : "disabled", { title }));
      } catch (refusal) {
        toast.error(describeError(refusal).message);
      }
      setSwitched(({ [name]: _done, ...rest }) => rest);
    },
    [change, t, describeError],
  );
  const edit = useCallback(({ name }: AdministeredGenerator) => setChangingName(name), []);

  return (
    <AdminPage page="generators" text={t("text")}>
      {isLoading && <Loading label={t("loading")} />}
      {error && !generators && <LoadProblem title={t("loadProblem")} onRetry={reload} />}
      {installation.ownGeneratorProblems.length > 0 && <OwnProblems problems={installation.ownGeneratorProblems} />}
      {generators && (
        <>
          <GeneratorFilters search={search} onSearch={setSearch} shown={shown} onShow={setShown} count={found.length} />
          {found.length === 0 && <Empty title={t("noMatches.title")} text={t("noMatches.text")} />}
          {artifactKinds.map(({ kind }) => (
            <GeneratorGroup
              key={kind}
              heading={headings(kind)}
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
