import { useUpdateBoard } from "@boards/client";
import { useTranslations } from "use-intl";
import { CopyLink } from "@/app/_components/copy-link";
import { useErrorWords } from "@/app/_components/describe-error";
import { SwitchRow } from "@/app/_components/switch-row";
import { toast } from "@/lib/ui/toast";

interface PublicSwitchProps {
  boardId: string;
  isPublic: boolean;
  mayChange: boolean;
}

/** Whether everyone may see a board, and what that means. */
export function PublicSwitch({ boardId, isPublic, mayChange }: PublicSwitchProps) {
  const t = useTranslations("studio.share");
  const { describeError } = useErrorWords();
  const update = useUpdateBoard();
  const change = (next: boolean) =>
    void update({ id: boardId, isPublic: next }).then(
      () => toast(t(next ? "public.nowOn" : "public.nowOff")),
      (refusal: unknown) => toast.error(describeError(refusal).message),
    );
  return (
    <div className="grid gap-3 rounded-2xl border px-4 py-3">
      <SwitchRow label={t("public.label")} text={t("public.text")} isOn={isPublic} isDisabled={!mayChange} onChange={change} />
      {isPublic && <CopyLink label={t("public.address")} address={`/boards/${boardId}`} />}
    </div>
  );
}
