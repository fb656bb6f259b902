/** How long tests wait for something that must come, in milliseconds. It is generous, since a busy machine is slow and only a failing test waits this long. */
export const waitLimitMs = 60_000;
