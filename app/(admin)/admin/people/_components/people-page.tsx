"use client";

import { usePeople, useTenantInvitations, useViewer } from "@boards/client";
import { Plus } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/lib/ui/button";
import { TextField } from "@/lib/ui/text-field";
import { AdminPage, AdminSection } from "../../_components/admin-page";
import { Empty, Loading, LoadProblem } from "../../_components/load-states";
import { Notice } from "../../_components/notice";
import { InviteDialog } from "./invite-dialog";
import { PersonRow } from "./person-row";
import { WaitingInvitations } from "./waiting-invitations";

/** Everybody of the workspace: who they are, what they may do, and how others come in. */
export function PeoplePage() {
  const t = useTranslations("admin.people");
  const { viewer, options, canSignIn } = useViewer();
  const [query, setQuery] = useState("");
  const everybody = usePeople(query);
  const invitations = useTenantInvitations();
  const [isInviting, setIsInviting] = useState(false);
  const { people, isLoading, error, reload, hasMore, loadMore } = everybody;
  const isOwner = viewer?.tenantRole === "OWNER";
  return (
    <AdminPage page="people" text={t("text")}>
      {!canSignIn && options && <Notice>{t("nobodySignsIn")}</Notice>}
      <AdminSection
        title={t("title")}
        actions={
          <Button onClick={() => setIsInviting(true)}>
            <Plus size={16} /> {t("invite")}
          </Button>
        }
      >
        <TextField
          label={t("search")}
          type="search"
          value={query}
          onChange={({ target }) => setQuery(target.value)}
          placeholder={t("searchPlaceholder")}
          autoComplete="off"
          spellCheck={false}
          className="max-w-sm"
        />
        {isLoading && <Loading label={t("loading")} />}
        {error && !people && <LoadProblem title={t("loadProblem")} onRetry={reload} />}
        {people?.length === 0 && <Empty title={t("noneTitle")} text={t("noneText", { query })} />}
        {people && people.length > 0 && (
          <ul aria-label={t("title")} className="grid grid-cols-1 divide-y rounded-2xl border bg-surface">
            {people.map((person) => (
              <PersonRow
                key={person.id}
                person={person}
                isSelf={person.id === viewer?.id}
                isByOwner={isOwner}
                hasPasswords={options?.hasPasswords ?? false}
                onSetRole={everybody.setRole}
                onSetDisabled={everybody.setDisabled}
                onReset={everybody.createPasswordReset}
              />
            ))}
          </ul>
        )}
        {hasMore && (
          <Button look="quiet" className="justify-self-center" onClick={() => loadMore()}>
            {t("more")}
          </Button>
        )}
      </AdminSection>
      <WaitingInvitations {...invitations} />
      <InviteDialog isOpen={isInviting} mayInviteAdmins={isOwner} onInvite={invitations.invite} onClose={() => setIsInviting(false)} />
    </AdminPage>
  );
}
