import { defineConfig } from "vitest/config";

/** Long runs: `npm run test:soak`. */
export default defineConfig({
  test: { include: ["test/soak/**/*.soak.ts"], testTimeout: 1_800_000 },
});
