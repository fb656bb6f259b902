import clsx from "clsx";
import { type ComponentProps, useEffect, useId, useImperativeHandle, useRef } from "react";

/** The look of everything that is typed into. Safari on a phone enlarges the whole page for a field whose letters are below 16 px. */
export const fieldLook =
  "min-h-10 pointer-coarse:min-h-11 w-full rounded-xl border bg-canvas px-3 py-2 text-sm pointer-coarse:text-base placeholder:text-muted aria-invalid:border-danger";

interface TextFieldProps extends ComponentProps<"input"> {
  label: string;
  /** A sentence below it. */
  help?: string | undefined;
  error?: string | null;
}

/** One line of text under its label. One that is refused takes the focus, unless someone is typing. */
export function TextField({ label, help, error, className, ref, ...rest }: TextFieldProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  useImperativeHandle(ref, () => input.current as HTMLInputElement);
  useEffect(() => {
    if (error && !document.activeElement?.matches("input, textarea")) input.current?.focus();
  }, [error]);
  const notes = [...(help ? [`${id}-help`] : []), ...(error ? [`${id}-error`] : [])].join(" ");
  return (
    <div className={clsx("grid gap-1.5", className)}>
      <label htmlFor={id} className="font-medium text-sm">
        {label}
      </label>
      <input ref={input} id={id} aria-invalid={Boolean(error)} aria-describedby={notes || undefined} className={fieldLook} {...rest} />
      {help && (
        <p id={`${id}-help`} className="text-muted text-xs">
          {help}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} role="alert" className="text-danger text-sm">
          {error}
        </p>
      )}
    </div>
  );
}
