import {
  checkInputs,
  forbiddenOptions,
  type InputField,
  type InputPath,
  type InputRule,
  type InputValues,
  isUnfinished,
  placeErrors,
} from "@boards/client";
import { useMemo } from "react";
import type { DescribedError } from "../describe-error";
import type { FieldErrors, ForbiddenOptions } from "./control-props";
import { useProblemWords } from "./describe-problem";

/** What a form says about its values. */
export interface FormState {
  /** Sentences by the field that they stand beside. */
  errors: FieldErrors;
  /** Sentences that belong to no field in sight. */
  elsewhere: string[];
  /** Why the form can't be sent; null when it can. */
  notReady: string | null;
  /** Where that stands. */
  notReadyAt: InputPath | null;
  forbiddenOf: (field: InputField) => ForbiddenOptions;
}

/** Checks a form as it is filled in, and puts what the server said against it beside the fields that it is about. */
export function useFieldErrors(fields: InputField[], rules: InputRule[], values: InputValues, told: DescribedError | null): FormState {
  const { beside, inFull } = useProblemWords();
  const problems = useMemo(() => checkInputs(fields, rules, values), [fields, rules, values]);
  const placed = placeErrors(fields, values, told?.problems ?? (told ? [{ field: told.field ?? "", message: told.message }] : []));
  const errors = new Map(placed.byPath);
  // What is still to be filled in is no mistake: the reason beside Generate names it.
  for (const problem of problems) if (!isUnfinished(problem) && !errors.has(problem.path)) errors.set(problem.path, beside(problem));
  const [first] = problems;
  return {
    errors,
    elsewhere: placed.elsewhere,
    notReady: first ? inFull(first) : null,
    notReadyAt: first?.path ?? null,
    forbiddenOf: (field) => forbiddenOptions(field, rules, fields, values),
  };
}
