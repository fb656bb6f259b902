import type { Invariant } from "./left-behind";

/** Whatever has ended says when; what failed says why, by a row of the error table that is not our own fault. */
export const endedGenerationsHaveAnEnd: Invariant = {
  name: "ended generations have an end",
  violations: ({ rows }) =>
    rows(`
      SELECT id, status, generator_name, error_code, error_raw FROM boards.generations WHERE
        (status IN ('completed', 'failed', 'cancelled') AND completed_at IS NULL)
        OR (status = 'failed' AND (error_code IS NULL OR error_message IS NULL OR error_code = 'internal.unexpected'))`),
};
