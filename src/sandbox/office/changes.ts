import { Hono } from "hono";
import { streamSSE } from "hono/streaming";

export type Change = "sheet" | "mail" | "form" | "clock" | "worker";

/** Tells every open page what has changed; the page asks for the rest. */
export class Changes {
  readonly #listeners = new Set<(change: Change) => void>();

  tell(change: Change): void {
    for (const listener of this.#listeners) listener(change);
  }

  routes(): Hono {
    return new Hono().get("/", (context) =>
      streamSSE(context, async (stream) => {
        const due = new Set<Change>();
        let news = Promise.withResolvers<void>();
        const listener = (change: Change) => {
          due.add(change);
          news.resolve();
        };
        this.#listeners.add(listener);
        stream.onAbort(() => {
          this.#listeners.delete(listener);
          news.resolve();
        });
        await stream.writeSSE({ event: "hello", data: "" });
        while (!stream.aborted) {
          await news.promise;
          news = Promise.withResolvers();
          const changes = [...due];
          due.clear();
          for (const change of changes) await stream.writeSSE({ event: change, data: "" });
          // A jump changes the clock many times a second; nobody can read that fast.
          await stream.sleep(150);
          if (stream.aborted) return;
        }
      }),
    );
  }
}
