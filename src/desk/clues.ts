import type { Category } from "./complaint.ts";

/** Words that speak for a category; causes weigh more than what people notice first. */
export interface Clue {
  category: Category;
  weight: number;
  words: RegExp;
}

/** DOMAIN 4.3 and 4.5: Indonesian, Javanese and the short forms of the phone. */
export const CLUES: readonly Clue[] = [
  clue(
    "Keamanan",
    6,
    "judi|slot gacor|deface\\w*|(?:di|ke)?(?:retas|hack|bobol)\\w*|phishing|malware|ransomware|virus|(?:akun|email|website) (?:\\w+ ){0,2}(?:dibajak|disusupi)",
  ),
  clue(
    "Kabel/FO putus",
    7,
    "(?:kabel|fo|fiber|optik|serat)(?: \\w+){0,6} (?:putus|pedot|tugel|terputus|kendor|digigit|tertabrak|kena truk)|los (?:\\w+ ){0,2}(?:merah|nyala|kedip)|lampu los|tiang (?:\\w+ ){0,5}(?:roboh|ambruk|tumbang|ketabrak|doyong)|(?:putus|pedot) (?:\\w+ ){0,2}(?:kabel|fo)",
  ),
  clue(
    "Radio/tautan nirkabel",
    5,
    "radio|tower|menara|pointing|antena\\w*|poe|(?:kena |kesamber |tersambar )?(?:bledhek|petir)|link nirkabel|tautan nirkabel|nanostation|litebeam",
  ),
  clue(
    "Konflik IP/DHCP",
    6,
    "ip(?: address)? conflict|konflik ip|ip (?:\\w+ ){0,2}(?:bentrok|tabrakan|konflik|ganda)|169\\.254|limited access|dhcp|tidak dapat ip|gak dapet ip",
  ),
  clue("VPN", 5, "vpn|siak (?:\\w+ ){0,2}(?:tidak bisa|putus|error)|l2tp|openvpn"),
  clue(
    "DNS/domain",
    5,
    "nx ?domain|dns|server not found|sub ?domain (?:\\w+ ){0,3}(?:mati|tidak|hilang|error)|domain (?:\\w+ ){0,3}(?:kedaluwarsa|kadaluarsa|expired)",
  ),
  clue(
    "Server/aplikasi/hosting",
    5,
    "(?:error|http) ?50[0234]|\\b50[0234]\\b (?:bad|internal|gateway|service)|bad gateway|hosting|(?:server|aplikasi|website|web|situs|simrs|simda|sipd|siskeudes|e-\\w+)(?: \\S+){0,5} (?:down|error|mati|tidak (?:bisa|dapat)(?: \\w+)? ?(?:dibuka|diakses|login|masuk)?|gak bisa|ga bisa)|tidak bisa login (?:\\w+ ){0,2}(?:aplikasi|web|sistem)",
  ),
  clue(
    "Perangkat jaringan",
    5,
    "(?:router|switch|hub|mikrotik|ont|modem|access point|akses poin|konverter|converter|ups)(?: \\S+){0,6} (?:\\w*reset|mati|pejah|hang|rusak|gosong|kobong|panas|bunyi|kedip\\w*|restart|tidak (?:nyala|menyala))|(?:router|switch|mikrotik|ont|modem)",
  ),
  clue(
    "WiFi",
    4,
    "wi-?fi|ssid|hotspot(?! (?:hp|pribadi|sendiri|ponsel|seluler|dari hp))|sinyal (?:\\w+ ){0,2}(?:lemah|hilang|jelek)",
  ),
  clue(
    "Internet lambat",
    4,
    "lemot|lelet|lambat|lambt|alon|putus[ -]?nyambung|buffering|pelan|lama (?:sekali|banget)|timeout terus|loading terus",
  ),
  clue(
    "Internet mati",
    3,
    "(?:internet|inet|jaringan|koneksi|wifi|link|sambungan)(?: \\w+){0,7} (?:mati|pejah|padam|putus|hilang|down|off|los)|mati (?:total|internet)|putus (?:internet|koneksi|jaringan|sambungan)(?:nya)?|(?:tidak|tdk|gak|ga|nggak|ndak|mboten|ora) (?:ada|bisa|saged|iso|wonten) (?:\\w+ ){0,2}(?:internet|inet|konek|koneksi|connect|online)|\\brto\\b|request timed out|internet(?:e|nya|ipun)? (?:pejah|mati)",
  ),
  clue("Internet mati", 1, "mati|pejah|trouble|gangguan|down"),
  clue(
    "Permintaan layanan",
    3,
    "(?:tambah\\w*|penambahan) bandwidth|titik baru|pemasangan (?:baru|titik|jaringan|wifi)|permohonan|pengajuan|standby|pindah(?:an)? (?:titik|alat|jaringan)|akun (?:email|baru)",
  ),
];

function clue(category: Category, weight: number, words: string): Clue {
  return { category, weight, words: new RegExp(`(?<![a-z0-9])(?:${words})(?![a-z0-9])`) };
}

/** Asks for something that is not there yet. */
export const REQUEST =
  /\b(?:mohon|minta|nyuwun|permohonan|pengajuan|permintaan|usul|mengajukan|memohon)\b(?:\W+\w+){0,6}?\W+(?:tambahan|penambahan|tambah|pemasangan|dipasang\w*|pasang|titik|pindah|pemindahan|bandwidth|akun|email|subdomain|standby|hosting|peminjaman|pinjam|zoom|akses vpn|dibuatkan|pembuatan)\b/;

/** Says that something is broken: then a plea for help is no request. */
export const FAULT =
  /\b(?:mati|pejah|putus|rusak|error|lemot|lelet|lambat|down|gangguan|trouble|hilang|(?:tidak|tdk|gak|ga|nggak|mboten|ora) (?:bisa|dapat|saged|iso|muncul|konek|ada internet)|los|gosong|hang|roboh|dibobol|diretas|konflik|conflict)\b/;
