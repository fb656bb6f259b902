import type { InputProblem } from "@boards/client";
import { useTranslations } from "use-intl";

/** Functions that say what is wrong with a form: `beside` its field, and `inFull` where the field isn't in sight. */
export function useProblemWords() {
  const t = useTranslations("app.input.problem");
  const kinds = useTranslations("app.artifactKind");
  const beside = (problem: InputProblem): string => {
    switch (problem.reason) {
      case "rule_broken":
        return problem.rule.description;
      case "artifacts_missing":
        return t(problem.field.isList ? "addMore" : "addArtifact", { kind: kinds(problem.field.artifactType), missing: problem.missing });
      case "value_missing":
        return t(problem.field.kind === "choice" ? "chooseOne" : "fillIn");
      case "not_multiple":
        return t("not_multiple", { divisor: problem.divisor });
      case "not_whole":
      case "wrong_format":
        return t(problem.reason);
      default:
        return t(problem.reason, { limit: problem.limit });
    }
  };
  const inFull = (problem: InputProblem): string =>
    problem.reason === "rule_broken" ? problem.rule.description : t("inFull", { title: problem.field.title, problem: beside(problem) });
  return { beside, inFull };
}
