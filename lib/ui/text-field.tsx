import clsx from "clsx";
import { type ComponentProps, useId } from "react";

/** The look of everything that is typed into. */
export const fieldLook = "w-full rounded-xl border bg-canvas px-3 py-2 text-sm placeholder:text-muted/70 aria-invalid:border-danger";

/** One line of text under its label. */
export function TextField({ label, error, className, ...rest }: ComponentProps<"input"> & { label: string; error?: string | null }) {
  const id = useId();
  return (
    <div className={clsx("grid gap-1.5", className)}>
      <label htmlFor={id} className="font-medium text-sm">
        {label}
      </label>
      <input id={id} aria-invalid={Boolean(error)} aria-describedby={error ? `${id}-error` : undefined} className={fieldLook} {...rest} />
      {error && (
        <p id={`${id}-error`} role="alert" className="text-danger text-sm">
          {error}
        </p>
      )}
    </div>
  );
}
