/*
 * Everything but keys and what is searched by stands as JSON in one column, so that a new field of a
 * ticket or a letter needs no migration; `shown` is 0 or 1. The SQL here and in the statements keeps
 * to what SQLite and PostgreSQL share, but for one `json_each`.
 */

/** Each list of statements lifts the journal by one version; never change one that was released. */
export const MIGRATIONS: readonly (readonly string[])[] = [
  [
    "create table lease (id bigint primary key, token bigint not null)",
    "insert into lease (id, token) values (1, 0)",
    `create table tickets (
      number text primary key, phase text not null,
      opened_at bigint not null, phase_since bigint not null, data text not null)`,
    "create index tickets_open on tickets (opened_at) where phase = 'open'",
    "create index tickets_by_opening on tickets (opened_at)",
    "create index tickets_by_phase on tickets (phase_since)",
    `create table events (
      id text primary key, number text not null, seq bigint not null,
      at bigint not null, shown bigint not null, data text not null)`,
    "create index events_of_ticket on events (number, seq)",
    "create index events_not_shown on events (at, number, seq) where shown = 0",
    "create table sources (key text primary key, ticket text, at bigint not null)",
    `create table letters (
      key text primary key, ticket text, state text not null,
      planned_at bigint not null, next_at bigint not null, data text not null)`,
    "create index letters_by_state on letters (state, next_at)",
    "create index letters_of_ticket on letters (ticket) where ticket is not null",
    "create table reasons (reason text primary key, letter text not null)",
    `create table other_mail (
      mail_ref text primary key, at bigint not null, shown bigint not null, data text not null)`,
    "create index other_mail_not_shown on other_mail (at) where shown = 0",
    "create table state (name text primary key, data text not null)",
  ],
  ["create index sources_of_ticket on sources (ticket) where ticket is not null"],
  // The words of a letter, most of its size, are written once; its states several times.
  ["create table renderings (letter text primary key, data text not null)"],
];
