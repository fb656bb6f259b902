import type { ReactNode } from "react";

/** Words of a sentence that only a screen reader says: `t.rich(key, { hidden })`. */
export const hidden = (words: ReactNode) => <span className="sr-only">{words}</span>;
