/** Local parts that no person writes from. */
const DAEMON =
  /^(?:mailer-?daemon|postmaster|mail-?daemon|mdaemon|double-bounce|bounces?(?:[+.=_-].*)?|microsoftexchange\w*|mail-?delivery.*|mail-?system|mailadmin)@/;

const DAEMON_NAME =
  /mail(?:er)?[ -]?(?:delivery|daemon|administrator|system|subsystem)|postmaster|pengiriman (?:surat|email|pesan)/i;

/** A mail server speaks, by the name it goes under. */
export function isDaemon(from: { name: string; address: string } | null): boolean {
  return from !== null && (DAEMON.test(from.address) || DAEMON_NAME.test(from.name));
}

/** An address at which nobody reads. */
export function takesNoAnswers(address: string): boolean {
  return (
    DAEMON.test(address) ||
    /^(?:no[._-]?reply|do[._-]?not[._-]?reply|jangan[._-]?(?:di)?balas|tidak[._-]?dibalas)\b/.test(
      address,
    )
  );
}

/** Subject or text opens the way reports of mail servers do. */
export function opensLikeBounce(subject: string, text: string): boolean {
  return BOUNCE_SUBJECT.test(subject) || BOUNCE_TEXT.test(text.slice(0, 2_000));
}

const BOUNCE_SUBJECT =
  /^(?:undeliver(?:ed|able)|non-?deliver|mail delivery (?:failed|failure|system|subsystem|error)|delivery (?:status notification|failure|failed|has failed|incomplete|report|delayed)|returned mail|failure notice|failed delivery|mail system error|mail (?:could not be|undeliver)|warning: (?:could not send|message)|delayed mail|message (?:delayed|not delivered)|(?:surat |pesan |email )?(?:tidak|belum|gagal) (?:dapat )?(?:di)?(?:terkirim|kirim|dikirim|mengirim|tersampaikan|disampaikan)|pengiriman (?:surat |pesan |email )?(?:gagal|tertunda)|(?:notifikasi|pemberitahuan) status pengiriman)/i;

const BOUNCE_TEXT =
  /^(?:\s|>)*(?:hi\. this is the qmail|this is the mail system at host|this (?:message|report) was created automatically by|i'?m sorry to have to inform|sorry, (?:we were|i was) unable|(?:your|a) message (?:that you sent )?(?:to .{1,200} )?(?:could not be|couldn't be|wasn't|was not|has not been) |could not deliver|delivery (?:has failed|to the following)|the following (?:message|address|recipient)|we were unable to deliver|(?:pesan|surat|email) anda (?:kepada .{1,200} )?(?:tidak|belum|gagal) )/i;
