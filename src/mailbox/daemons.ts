/** Local parts that no person writes from. */
const DAEMON =
  /^(?:mailer-?daemon|post_?master|mail-?daemon|mdaemon|double-bounce|bounces?(?:[+.=_-].*)?|microsoftexchange\w*|mail[-.]?delivery.*|mail-?system|mailadmin)@/;

const DAEMON_NAME =
  /mail(?:er)?[ -]?(?:delivery|daemon|administrator|system|subsystem)|postmaster|pengiriman (?:surat|email|pesan)/i;

/** Under these names only a program writes; "postmaster" may be somebody. */
const PROGRAM = /\b(?:mailer|mail)-?daemon\b|\bmail[ .]delivery[ .](?:sub)?system\b/i;

/** A mail server speaks, by the name it goes under; `written` is its From header as it stands. */
export function isDaemon(from: { name: string; address: string } | null, written: string): boolean {
  if (from === null) return PROGRAM.test(written);
  return DAEMON.test(from.address) || DAEMON_NAME.test(from.name);
}

export function isProgram(written: string): boolean {
  return PROGRAM.test(written);
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

/** Words for a letter that did not arrive, anywhere near the beginning. */
export function tellsOfFailure(subject: string, text: string): boolean {
  return FAILURE.test(`${subject}\n${text.slice(0, 3_000)}`);
}

/** A mail server's own code: `5.1.1`, or a line that begins with `550`. */
export function namesCode(text: string): boolean {
  return CODE.test(text.slice(0, 3_000));
}

const FAILURE =
  /\b(?:could ?n[o']t|unable|unsuccessful|cannot|can't|wasn't|was not|has not been|not be|fail(?:ed|ure)?|error|trouble|permanent\w*)\b[^.]{0,80}\bdeliver|\bdeliver\w*\b[^.]{0,80}\b(?:fail|error|impossible|delayed)|\bundeliver|\bno such (?:user|recipient|address)|\binvalid (?:user )?(?:address|recipient)|\buser unknown|\bmail ?box (?:is )?(?:full|unavailable)|\bmail failed|\breturned mail|\bpermanent errors?\b|\btidak (?:dapat|bisa) (?:dikirim|terkirim|disampaikan)|\bgagal (?:dikirim|terkirim)|送信できません|配信できません|配信不能|メールエラー/iu;

const CODE = /\b[45]\.\d{1,3}\.\d{1,3}\b(?!\.\d)|^\s*5\d\d[ -]/m;

const BOUNCE_SUBJECT =
  /^(?:undeliver(?:ed|able)|non-?deliver|mail delivery (?:failed|failure|system|subsystem|error)|delivery (?:status notification|failure|failed|has failed|incomplete|report|delayed)|returned mail|failure (?:notice|delivery)|failed delivery|(?:permanent|temporary) delivery failure|mail failed|there was an error sending|mail system error|mail (?:could not be|undeliver)|warning: (?:could not send|message)|delayed mail|message (?:delayed|not delivered)|(?:surat |pesan |email )?(?:tidak|belum|gagal) (?:dapat )?(?:di)?(?:terkirim|kirim|dikirim|mengirim|tersampaikan|disampaikan)|pengiriman (?:surat |pesan |email )?(?:gagal|tertunda)|(?:notifikasi|pemberitahuan) status pengiriman)/i;

const BOUNCE_TEXT =
  /^(?:\s|>)*(?:hi\. this is the qmail|this is the mail system at host|this (?:message|report) was created automatically by|i'?m sorry to have to inform|sorry, (?:we were|i was) unable|(?:your|a) message (?:that you sent )?(?:to .{1,200} )?(?:could not be|couldn't be|wasn't|was not|has not been) |could not deliver|delivery (?:has failed|to the following)|the following (?:message|address|recipient)|we were unable to deliver|(?:pesan|surat|email) anda (?:kepada .{1,200} )?(?:tidak|belum|gagal) )/i;
