import type { SmtpOptions } from "../letters/smtp.ts";
import type { Mailer } from "../worker/ports.ts";

/** The mailer, loaded with the first letter: a start waits for nothing that its first pass can do without. */
export function lazyMailer(options: SmtpOptions): Mailer {
  let loading: Promise<Mailer> | undefined;
  async function load(): Promise<Mailer> {
    const { smtpMailer } = await import("../letters/smtp.ts");
    return smtpMailer(options);
  }
  function loaded(): Promise<Mailer> {
    loading ??= load().catch((error: unknown) => {
      // While packages are being installed it is not there; the next letter asks again.
      loading = undefined;
      throw error;
    });
    return loading;
  }
  return {
    async hand(mail) {
      return (await loaded()).hand(mail);
    },
    async greet() {
      await (await loaded()).greet();
    },
    async close() {
      await (await loading)?.close();
    },
  };
}
