import type { SmtpOptions } from "../letters/smtp.ts";
import type { Mailer } from "../worker/ports.ts";

/** The mailer, loaded with the first letter: a start waits for nothing that its first pass can do without. */
export function lazyMailer(options: SmtpOptions): Mailer {
  let loading: Promise<Mailer> | undefined;
  async function load(): Promise<Mailer> {
    const { smtpMailer } = await import("../letters/smtp.ts");
    return smtpMailer(options);
  }
  return {
    async hand(mail) {
      loading ??= load();
      return (await loading).hand(mail);
    },
    async greet() {
      loading ??= load();
      await (await loading).greet();
    },
    async close() {
      await (await loading)?.close();
    },
  };
}
