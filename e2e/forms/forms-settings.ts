/** How an installation runs whose forms are sent: every provider simulated, and as many requests as the script makes. */
export const formsSettings = {
  BOARDS_SIMULATE_PROVIDERS: "1",
  BOARDS_RATE_LIMITS: JSON.stringify({ generation: 1_000_000, request: 1_000_000 }),
  SIMULATOR_SPEED: "0.25",
  BOARDS_LOG_LEVEL: "warn",
};
