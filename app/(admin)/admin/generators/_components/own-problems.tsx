import { useTranslations } from "use-intl";

/** Files of the installation's own generators that could not be read. */
export function OwnProblems({ problems }: { problems: { file: string; reason: string }[] }) {
  const t = useTranslations("admin.generators");
  return (
    <section aria-label={t("fileProblems")} className="rounded-2xl border border-danger/40 bg-danger/10 px-5 py-4 text-sm">
      <h2 className="font-medium">{t("fileProblems")}</h2>
      <ul className="mt-2 grid grid-cols-1 gap-2">
        {problems.map(({ file, reason }) => (
          <li key={file} className="break-words">
            <code>{file}</code>: {reason}
          </li>
        ))}
      </ul>
    </section>
  );
}
