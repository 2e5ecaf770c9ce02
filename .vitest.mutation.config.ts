import { defineConfig } from "vitest/config";

/**
 * The quick tests of the core, without the year's model: `npm run test:mutation`. Time limits are
 * for hangs, not for speed: machines are shared.
 */
export default defineConfig({
  test: {
    isolate: false,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    include: ["test/desk/**/*.test.ts", "test/commands/explain.test.ts"],
    exclude: [
      "test/desk/year-model.test.ts",
      "test/desk/histories.test.ts",
      "test/desk/calendar-properties.test.ts",
      "test/desk/machine-zones.test.ts",
    ],
  },
});
