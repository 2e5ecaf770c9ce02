import { defineConfig } from "vitest/config";

/** `npm test`. Time limits are for hangs, not for speed: machines are shared. */
export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    setupFiles: ["test/setup.ts"],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
