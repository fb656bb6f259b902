import type { AriaAttributes } from "react";

/** What a control tells assistive technology about itself. */
export type AriaProps = Pick<AriaAttributes, "aria-describedby" | "aria-invalid" | "aria-required">;
