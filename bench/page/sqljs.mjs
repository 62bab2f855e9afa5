// The same recurring year in SQLite as wasm (sql.js): rows in tables, figures by GROUP BY.
//
// Written as somebody would who knows SQLite: prepared statements, one transaction a run, no journal, rows made by
// INSERT … SELECT rather than one by one through JavaScript, ids by which a run finds its own rows without an index.
import { load } from "./script.mjs";

await load("/vendor/sql.js/sql-wasm.js");
const SQL = await globalThis.initSqlJs({ locateFile: (name) => `/vendor/sql.js/${name}` });

/** A draw from 0 to 9999 by an id: SQLite has neither a hash nor xor, and multiplies exactly only in 63 bits. */
const draw = (id, factor) => `((((${id} * ${factor} + 12345) & 2147483647) * 10000) >> 31)`;

const TABLES = `
  pragma journal_mode = off; pragma synchronous = off; pragma temp_store = memory; pragma cache_size = -400000;
  create table recipient (id integer primary key, joined integer, blackList integer, email text, birthDate integer,
    emailFormat integer, quarantined integer, errors integer, lastError integer);
  create table delivery (id integer primary key, sentAt integer);
  create table broadLog (id integer primary key, delivery integer, recipient integer, status integer, format integer);
  create table trackingLog (id integer primary key, delivery integer, broadLog integer, type integer, at integer);
  create table release (day integer, recipient integer);
  create temp table textReader (broadLog integer primary key, at integer);`;

const PEOPLE = `
  with recursive counted(id) as (select 1 union all select id + 1 from counted where id < ?1)
  insert into recipient select id, max(0, (id - ?2 + ?3 - 1) / ?3),
    id <= ?2 and ${draw("id", 1103515245)} < 100,
    case when ${draw("id", 1664525)} >= 150 then 'person' || id || '@example.com' end,
    case when ${draw("id", 22695477)} >= 200 then 19000 - 6570 - (id * 48271) % 26000 end,
    case when ${draw("id", 134775813)} < 700 then 1 else 2 end, 0, 0, 0 from counted`;

// Status 1 is sent, 2 failed, 3 sent after retries.
const MESSAGES = `
  insert into broadLog (delivery, recipient, status, format)
  select ?1, id, case when bounce >= 210 then 1 when bounce >= 140 then 3 else 2 end, emailFormat
  from (select id, emailFormat, ${draw("(id * 52 + ?1 * 7919)", 1103515245)} as bounce from recipient
    where email is not null and birthDate < ?2 and blackList = 0 and quarantined = 0 and joined <= ?1)`;

// A hard bounce puts an address in quarantine at once. A soft one is tried again for 84 hours, or until it gets through,
// and counts once a day; five of them, none more than ten days after the one before, do so too. After a full mailbox
// the address is released thirty days later.
const REASON = (id) => draw(id, 22695477);
const HARD = `
  update recipient set quarantined = 1 where id in
    (select recipient from broadLog where id > ?1 and status = 2 and ${REASON("id")} < 3500)`;
const DAYS = `case when status = 2 then 4 else 1 + ${draw("id", 1664525)} * ${draw("id", 1664525)} / 30000000 end`;
const SOFT = `
  update recipient set errors = case when lastError + 10 >= ?2 then errors else 0 end + bounce.days, lastError = ?2 + bounce.days
  from (select recipient, ${DAYS} as days from broadLog
    where id > ?1 and (status = 3 or status = 2 and ${REASON("id")} >= 3500)) as bounce
  where recipient.id = bounce.recipient`;
const RELEASES = `
  insert into release select ?2 + 30, recipient from broadLog where id > ?1 and status > 1 and ${REASON("id")} between 3500 and 5999
    and (select errors from recipient where recipient.id = broadLog.recipient) >= 5`;
const ENOUGH = `
  update recipient set quarantined = 1, errors = 0 where errors >= 5 and id in
    (select recipient from broadLog where id > ?1 and status > 1)`;
const RELEASE = `
  update recipient set quarantined = 0 where id in (select recipient from release where day > ?1 - 7 and day <= ?1)`;

const READS = `${draw("id", 1103515245)} < 3100`;
const OPENS = `
  insert into trackingLog (delivery, broadLog, type, at)
  select delivery, id, 2, ?2 + 60 + (id * 69621) % 604740 from broadLog
  where id > ?1 and status <> 2 and format <> 1 and ${READS}`;
const TEXT_READERS = `
  insert into textReader select id, ?2 + 60 + (id * 69621) % 604740 from broadLog
  where id > ?1 and status <> 2 and format = 1 and ${READS}`;

// Opens again, clicks, clicks again, opt-outs: each among those who opened in this run. Whoever reads in text format
// opens nothing that could be seen, and clicks all the same.
const CLICKS = `${draw("broadLog", 1664525)} < 1800`;
const AGAIN = [2, `${draw("broadLog", 22695477)} < 2000`];
const OF_ALL = [
  [1, CLICKS],
  [1, `${CLICKS} and ${draw("broadLog", 134775813)} < 2500`],
  [3, `${draw("broadLog", 69069)} < 35`],
];
const REACTIONS = [AGAIN, ...OF_ALL].map(
  ([type, chance]) => `
  insert into trackingLog (delivery, broadLog, type, at)
  select delivery, broadLog, ${type}, at + 10 + broadLog % 2048 from trackingLog where id > ?1 and id <= ?2 and ${chance}`,
);
const TEXT_REACTIONS = OF_ALL.map(
  ([type, chance]) => `
  insert into trackingLog (delivery, broadLog, type, at)
  select ?1, broadLog, ${type}, at + 10 + broadLog % 2048 from textReader where ${chance}`,
);

const OPT_OUTS = `
  update recipient set blackList = 1 where id in (select recipient from broadLog where id in
    (select broadLog from trackingLog where id > ?1 and type = 3))`;

const MESSAGE_FIGURES = "select delivery, count(*), sum(status = 2) from broadLog group by delivery";
const REACTION_FIGURES = `
  select delivery, count(*), count(distinct broadLog), count(distinct case when type = 1 then broadLog end),
    sum(type = 3) from trackingLog group by delivery`;

/** Simulates one year and reads the figures of every delivery. */
export function year({ size, weeks }) {
  const joins = Math.floor((size * 14) / 10000);
  const start = performance.now();
  const db = new SQL.Database();
  db.run(TABLES);
  db.run("begin");
  db.run(PEOPLE, [size + joins * weeks, size, Math.max(joins, 1)]);
  db.run("commit");
  const prepared = performance.now();
  const prepare = (statements) => statements.map((sql) => db.prepare(sql));
  const [messages, opens, textReaders, optOuts, release, ...bounces] = prepare([
    MESSAGES, OPENS, TEXT_READERS, OPT_OUTS, RELEASE, HARD, SOFT, RELEASES, ENOUGH,
  ]);
  const [reactions, textReactions] = [prepare(REACTIONS), prepare(TEXT_REACTIONS)];
  const newest = prepare(["broadLog", "trackingLog"].map((table) => `select ifnull(max(id), 0) from ${table}`));
  const top = (table) => newest[table].get([])[0];
  for (let run = 0; run < weeks; run += 1) {
    const at = 1767600000 + run * 604800;
    const day = 20458 + run * 7;
    db.run("begin");
    db.run("insert into delivery values (?, ?)", [run, at]);
    const [broad, tracking] = [top(0), top(1)];
    release.run([day]);
    messages.run([run, 19000 - 6570 + run * 7]);
    opens.run([broad, at]);
    const opened = top(1);
    textReaders.run([broad, at]);
    for (const reaction of reactions) reaction.run([tracking, opened]);
    for (const reaction of textReactions) reaction.run([run]);
    db.run("delete from textReader");
    optOuts.run([opened]);
    const [hard, ...soft] = bounces;
    hard.run([broad]);
    soft[0].run([broad, day]);
    soft[1].run([broad, day]);
    soft[2].run([broad]);
    newest.forEach((statement) => statement.reset());
    db.run("commit");
  }
  const ran = performance.now();
  const [{ values: sent }] = db.exec(MESSAGE_FIGURES);
  const [{ values: reacted }] = db.exec(REACTION_FIGURES);
  const read = performance.now() - ran;
  const sum = (rows, column) => rows.reduce((total, row) => total + row[column], 0);
  const outcome = { deliveries: sent.length, messages: sum(sent, 1), tracking: sum(reacted, 1) };
  db.close();
  return { prepare: prepared - start, run: ran - prepared, seek: read, outcome };
}
