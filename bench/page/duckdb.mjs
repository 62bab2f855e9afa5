// The same recurring year in DuckDB as wasm: rows in tables, figures by GROUP BY.
//
// Written as somebody would who knows DuckDB: whole runs by INSERT … SELECT with its own hash for the draws, one call
// into the worker a run, no index.
import { AsyncDuckDB, VoidLogger } from "/vendor/duckdb/duckdb-browser.mjs";

const PEOPLE = (size, joins, weeks) => `
  create table recipient as select id, greatest(0, (id - ${size} + ${joins}) // ${Math.max(joins, 1)})::int as joined,
    id < ${size} and hash(id, 1) % 10000 < 100 as blackList,
    case when hash(id, 2) % 10000 >= 150 then 'person' || id || '@example.com' end as email,
    case when hash(id, 3) % 10000 >= 200 then (19000 - 6570 - hash(id, 4) % 26000)::int end as birthDate
  from range(${size + joins * weeks}) people(id)`;

const TABLES = `
  create table delivery (id int, sentAt bigint);
  create table broadLog (id bigint, delivery int, recipient int, status tinyint);
  create table trackingLog (delivery int, broadLog bigint, type tinyint, writtenAt bigint)`;

// The 64 bits of a message decide its fate as ours do; recipients of a run are numbered below 2^32.
const RUN = (run, at) => `
  begin;
  insert into delivery values (${run}, ${at});
  insert into broadLog select ${run}::bigint << 32 | id, ${run}, id, 1 + (hash(${run}::bigint << 32 | id) & 65535 < 917)::int
    from recipient where email is not null and birthDate < ${19000 - 6570 + run * 7} and not blackList and joined <= ${run};
  create or replace temp table opened as select id, hash(id) as bits, hash(id, 5) as detail from broadLog
    where id >= ${run}::bigint << 32 and status = 1 and (hash(id) >> 16) & 65535 < 20316;
  insert into trackingLog
    select ${run}, id, type, ${at} + 60 + detail % 604740 + extra from (
      select id, detail, 2 as type, 0 as extra from opened
      union all select id, detail, 2, 3600 from opened where detail & 1023 < 204
      union all select id, detail, 1, 30 from opened where (bits >> 32) & 65535 < 11796
      union all select id, detail, 1, 60 from opened where (bits >> 32) & 65535 < 11796 and (detail >> 10) & 1023 < 256
      union all select id, detail, 3, 90 from opened where (bits >> 48) < 229);
  update recipient set blackList = true where id in (select id & 4294967295 from opened where (bits >> 48) < 229);
  commit`;

const MESSAGE_FIGURES = "select delivery, count(*)::int as written, sum(status - 1)::int as failed from broadLog group by delivery";
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
  for (let run = 0; run < weeks; run += 1) await connection.query(RUN(run, 1767600000 + run * 604800));
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
