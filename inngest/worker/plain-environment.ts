// Each read of Node's own `process.env` asks the operating system, and the SDK copies all of it several times a call. In a plain object that
// costs next to nothing.
process.env = { ...process.env };
