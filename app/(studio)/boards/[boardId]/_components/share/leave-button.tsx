import { LogOut } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useErrorWords } from "@/app/_components/describe-error";
import { Button } from "@/lib/ui/button";
import { ConfirmDialog } from "@/lib/ui/confirm-dialog";
import { toast } from "@/lib/ui/toast";

/** Takes the viewer off a board that is someone else's, and leads to their own. */
export function LeaveButton({ title, onLeave }: { title: string; onLeave: () => Promise<unknown> }) {
  const t = useTranslations("studio.share.leave");
  const { describeError } = useErrorWords();
  const router = useRouter();
  const [isAsking, setIsAsking] = useState(false);
  const leave = () =>
    onLeave().then(
      () => {
        toast(t("done", { title }));
        router.push("/");
      },
      (refusal: unknown) => toast.error(describeError(refusal).message),
    );
  return (
    <>
      <Button look="quiet" className="justify-self-start" onClick={() => setIsAsking(true)}>
        <LogOut size={16} /> {t("action")}
      </Button>
      <ConfirmDialog
        title={t("title", { title })}
        description={t("text")}
        action={t("confirm")}
        isOpen={isAsking}
        onConfirm={() => void leave()}
        onClose={() => setIsAsking(false)}
      />
    </>
  );
}
