/** Stands where a password stood. */
const MASKED = "••••••";

/**
 * Passwords out of a text (DESIGN 9): what follows a word for password when it is set off by `:`,
 * `=` or *adalah*, or mixes letters with digits or signs. "minta ganti password wifi" stays whole.
 */
export function maskSecrets(text: string): string {
  return text
    .replaceAll(STATED, (_whole, before: string) => `${before}${MASKED}`)
    .replaceAll(FOLLOWING, (whole, before: string, token: string) => {
      const bare = token.replace(END_OF_SENTENCE, "");
      return looksSecret(bare) ? `${before}${MASKED}${token.slice(bare.length)}` : whole;
    });
}

const WORD = String.raw`(?<![\p{L}\p{N}])(?:password|passwd|kata[ \t]{0,3}sandi(?:nya)?|sandi(?:nya)?|passphrase|pass|pwd|pw|pin)(?:nya)?(?![\p{L}\p{N}])`;

// The qualifier between ("password wifi: …") is bounded, so that a long line costs nothing.
const QUALIFIER = String.raw`(?:[ \t]{1,3}[\p{L}\p{N}.-]{1,20}){0,3}`;

const STATED = new RegExp(
  String.raw`(${WORD}${QUALIFIER}(?:[ \t]{0,3}(?:[:=]|->)[ \t]{0,3}|[ \t]{1,3}(?:adalah|yaitu)[ \t]{1,3}["'“]?))(?!\p{L}+:\/\/)[^\s"'”,;]{1,200}`,
  "giu",
);

const FOLLOWING = new RegExp(
  String.raw`(${WORD}(?:[ \t]{1,3}(?:wifi|router|admin|lama|baru|login|email)){0,3}[ \t]{1,3})(?!${WORD}[ \t])([^\s"'”,;]{1,200})`,
  "giu",
);

const END_OF_SENTENCE = /[.!?)]+$/;

function looksSecret(token: string): boolean {
  const letters = /\p{L}/u.test(token);
  const digits = /\p{N}/u.test(token);
  const signs = /[@#$%^&*!+=_~]/.test(token);
  return (letters && (digits || signs)) || (digits && token.length >= 4);
}
