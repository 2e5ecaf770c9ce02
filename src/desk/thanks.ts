/** Nothing but thanks, an "ok siap pak", or a picture of a thumb (DESIGN 8). */
export function isThanks(text: string): boolean {
  if (text.length > 300 || /[?]/.test(text)) return false;
  const words = wordsOf(text);
  if (words.length === 0) return /\p{Extended_Pictographic}/u.test(text);
  if (words.length > 25 || !words.some((word) => THANKS.test(word))) return false;
  return words.every((word) => THANKS.test(word) || POLITE.has(word));
}

/** Says that what was broken works again ("sudah normal"). */
export function saysItWorks(text: string): boolean {
  const said = wordsOf(text.slice(0, 1_000)).join(" ");
  if (NOT_YET.test(said)) return false;
  return WORKS.test(said);
}

/**
 * Nothing but the news that it works, with or without thanks ("matur nuwun, sampun murup"): no
 * reason to reopen. A longer text may hold another fault, so it is not taken for that.
 */
export function onlySaysItWorks(text: string): boolean {
  return text.length <= 120 && !/[?]/.test(text) && wordsOf(text).length <= 15 && saysItWorks(text);
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/\p{L}+/gu) ?? [];
}

const THANKS =
  /^(?:terima|makasih|terimakasih|trimakasih|trims|trimakasi|tks|thx|thanks|thank|suwun|nuwun|matursuwun|maturnuwun|ok|oke|okay|okey|siap|baik|sip|siip|noted|diterima|mantap|nggih|inggih)$/;

/** Words that may stand beside thanks without saying anything new. */
const POLITE = new Set(
  (
    "kasih kasi banyak atas bantuan bantuannya informasi informasinya info infonya respon responnya " +
    "respons responsnya perhatian perhatiannya kerja sama samanya kerjasamanya penanganan penanganannya " +
    "tindak lanjut lanjutnya pak bu bapak ibu mas mbak min admin tim kominfo diskominfo helpdesk semua " +
    "sekali ya yaa nggih njih matur sanget sehat selalu sukses salam hormat kami dan untuk yang sudah " +
    "telah dibantu you very much cepat cepatnya cepet selamat pagi siang sore malam assalamualaikum " +
    "wassalamualaikum wr wb waalaikumsalam dari saya atasnya dengan laksanakan kembali kasihnya pelayanan " +
    "pelayanannya semoga lancar di tempat"
  ).split(" "),
);

const WORKS =
  /\b(?:sudah|sdh|udah|telah|wis|sampun|kembali)\s+(?:bisa|dapat|saged|iso|normal|lancar|nyala|menyala|hidup|murup|aman|baik|beres|pulih|konek|tersambung|terhubung|connect|online|ok|oke)\b|\b(?:normal|lancar)\s+(?:lagi|kembali)\b/;

const NOT_YET =
  /\b(?:belum|blm|durung|dereng|tidak|tdk|gak|ga|nggak|ndak|mboten|tapi|tetapi|namun|lagi\s+mati|mati\s+lagi|kembali\s+mati)\b/;
