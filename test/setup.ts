import * as fc from "fast-check";

/**
 * The same random histories in every run, so that a red build means a change and not bad luck;
 * `SEED=n npm test` and `npm run test:soak` look further.
 */
fc.configureGlobal({ seed: Number(process.env["SEED"] ?? 20_261_125) });
