import { defineConfig } from "vitest/config";

/** The quick tests of the core, without the year's model: `npm run test:mutation`. */
export default defineConfig({
  test: { include: ["test/desk/**/*.test.ts"], exclude: ["test/desk/year-model.test.ts"] },
});
