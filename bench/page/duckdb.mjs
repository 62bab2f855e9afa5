// The same recurring year in DuckDB as wasm: rows in tables, figures by GROUP BY.
//
// Written as somebody would who knows DuckDB: whole runs by INSERT … SELECT with its own hash for the draws, one call
// into the worker a run, no index.
import { AsyncDuckDB, VoidLogger } from "/vendor/duckdb/duckdb-browser.mjs";

const PEOPLE = (size, joins, weeks) => `
  create table recipient as select id, greatest(0, (id - ${size} + ${joins}) // ${Math.max(joins, 1)})::int as joined,
    id < ${size} and hash(id, 1) % 10000 < 100 as blackList,
    case when hash(id, 2) % 10000 >= 150 then 'person' || id || '@example.com' end as email,
    case when hash(id, 3) % 10000 >= 200 then (19000 - 6570 - hash(id, 4) % 26000)::int end as birthDate,
    (case when hash(id, 5) % 10000 < 700 then 1 else 2 end)::tinyint as emailFormat,
    false as quarantined, 0::tinyint as errors, 0 as lastError, null::int as released
  from range(${size + joins * weeks}) people(id)`;

const TABLES = `
  create table delivery (id int, sentAt bigint);
  create table broadLog (id bigint, delivery int, recipient int, status tinyint, format tinyint);
  create table trackingLog (delivery int, broadLog bigint, type tinyint, writtenAt bigint)`;

// The 64 bits of a message decide its fate as ours do; recipients of a run are numbered below 2^32. Status 1 is sent,
// 2 failed, 3 sent after retries. A hard bounce puts an address in quarantine at once. A soft one is tried again for 84
// hours, or until it gets through, and counts once a day; five of them, none more than ten days after the one before,
// do so too. After a full mailbox the address is released thirty days later. Whoever reads in text format opens nothing
// that could be seen, and clicks all the same.
const RUN = (run, at, day) => `
  begin;
  insert into delivery values (${run}, ${at});
  update recipient set quarantined = false, released = null where released <= ${day};
  insert into broadLog select message, ${run}, id,
      case when bounce >= 1376 then 1 when bounce < 917 then 2 else 3 end, emailFormat
    from (select id, emailFormat, ${run}::bigint << 32 | id as message, hash(${run}::bigint << 32 | id) & 65535 as bounce
      from recipient where email is not null and birthDate < ${19000 - 6570 + run * 7} and not blackList
        and not quarantined and joined <= ${run});
  create or replace temp table bounced as select recipient as id, status, hash(id, 6) % 100 as reason,
      (case when status = 2 then 4 else 1 + (hash(id, 7) % 1000 * (hash(id, 7) % 1000) // 300000) end)::tinyint as days
    from broadLog where id >= ${run}::bigint << 32 and status > 1;
  update recipient set quarantined = true from bounced
    where recipient.id = bounced.id and reason < 35 and status = 2;
  update recipient set errors = case when lastError + 10 >= ${day} then errors else 0 end + days, lastError = ${day} + days
    from bounced where recipient.id = bounced.id and not quarantined;
  update recipient set quarantined = true, errors = 0, released = case when reason between 35 and 59 then ${day + 30} end
    from bounced where recipient.id = bounced.id and errors >= 5;
  create or replace temp table opened as
    select id, format, hash(id) as bits, hash(id, 5) as detail from broadLog
    where id >= ${run}::bigint << 32 and status <> 2 and (hash(id) >> 16) & 65535 < 20316;
  insert into trackingLog
    select ${run}, id, type, ${at} + 60 + detail % 604740 + extra from (
      select id, detail, 2 as type, 0 as extra from opened where format <> 1
      union all select id, detail, 2, 3600 from opened where format <> 1 and detail & 1023 < 204
      union all select id, detail, 1, 30 from opened where (bits >> 32) & 65535 < 11796
      union all select id, detail, 1, 60 from opened where (bits >> 32) & 65535 < 11796 and (detail >> 10) & 1023 < 256
      union all select id, detail, 3, 90 from opened where (bits >> 48) < 229);
  update recipient set blackList = true where id in (select id & 4294967295 from opened where (bits >> 48) < 229);
  commit`;

const MESSAGE_FIGURES = "select delivery, count(*)::int as written, (count(*) filter (where status = 2))::int as failed from broadLog group by delivery";
const REACTION_FIGURES = `
  select delivery, count(*)::int as written, count(distinct broadLog)::int as opens,
    (count(distinct broadLog) filter (where type = 1))::int as clicks, (count(*) filter (where type = 3))::int as optOuts
  from trackingLog group by delivery`;

const worker = new Worker("/vendor/duckdb/duckdb-browser-eh.worker.js");
const db = new AsyncDuckDB(new VoidLogger(), worker);
await db.instantiate("/vendor/duckdb/duckdb-eh.wasm");

/** Simulates one year and reads the figures of every delivery. */
export async function year({ size, weeks }) {
  const joins = Math.floor((size * 14) / 10000);
  const start = performance.now();
  await db.open({ path: ":memory:" });
  const connection = await db.connect();
  await connection.query(`${TABLES}; ${PEOPLE(size, joins, weeks)}`);
  const prepared = performance.now();
  for (let run = 0; run < weeks; run += 1) {
    await connection.query(RUN(run, 1767600000 + run * 604800, 20458 + run * 7));
  }
  const ran = performance.now();
  const sent = await connection.query(MESSAGE_FIGURES);
  const reacted = await connection.query(REACTION_FIGURES);
  const read = performance.now() - ran;
  const sum = (table) => table.toArray().reduce((total, row) => total + Number(row.written), 0);
  const outcome = { deliveries: sent.numRows, messages: sum(sent), tracking: sum(reacted) };
  await connection.close();
  await db.reset();
  return { prepare: prepared - start, run: ran - prepared, seek: read, outcome };
}
