import * as fs from 'node:fs'
import type { ClientConfig } from 'pg'
import { expect, it } from 'vitest'
import { migrate } from '#server/platform/migrate.ts'
import { emptyDatabase } from '#tests/setup/database.ts'
import { migrations, withClient } from '#tests/setup/database-server.ts'

const names = fs
  .readdirSync(migrations)
  .filter((name) => name.endsWith('.sql'))
  .sort()

/** All that migrations can make in the schema, in lines; columns in the order they stand in their tables. */
const catalogue = `
  select format('column %s.%s %s: %s%s %s %s %s', c.relname, row_number() over (partition by c.oid order by a.attnum), a.attname,
      format_type(a.atttypid, a.atttypmod), case when a.attnotnull then ' not null' end, pg_get_expr(d.adbin, d.adrelid), a.attidentity, a.attgenerated)
    from pg_class as c join pg_attribute as a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    left join pg_attrdef as d on d.adrelid = c.oid and d.adnum = a.attnum
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'v', 'm', 'p', 'c')
  union all select format('table %s %s %s %s', relname, relkind, relpersistence, reloptions) from pg_class where relnamespace = 'public'::regnamespace and relkind <> 'i'
  union all select format('constraint %s on %s: %s%s', conname, conrelid::regclass, pg_get_constraintdef(oid), case when not convalidated then ' not valid' end)
    from pg_constraint where connamespace = 'public'::regnamespace
  union all select format('index %s %s %s', pg_get_indexdef(indexrelid), indisvalid, c.reloptions) from pg_index join pg_class as c on c.oid = indexrelid
    where c.relnamespace = 'public'::regnamespace
  union all select format('function %s', pg_get_functiondef(oid)) from pg_proc where pronamespace = 'public'::regnamespace and prokind in ('f', 'p')
  union all select format('trigger %s %s', pg_get_triggerdef(t.oid), tgenabled) from pg_trigger as t join pg_class as c on c.oid = tgrelid
    where c.relnamespace = 'public'::regnamespace and not tgisinternal
  union all select format('type %s: %s', enumtypid::regtype, string_agg(enumlabel, ',' order by enumsortorder)) from pg_enum group by enumtypid
  union all select format('view %s: %s', relname, pg_get_viewdef(oid)) from pg_class where relnamespace = 'public'::regnamespace and relkind in ('v', 'm')
  union all select format('statistics %s: %s', stxname, pg_get_statisticsobjdef(oid)) from pg_statistic_ext where stxnamespace = 'public'::regnamespace
  union all select format('sequence %s: %s', seqrelid::regclass, (seqtypid::regtype, seqstart, seqincrement, seqcache, seqcycle)) from pg_sequence
    where seqrelid in (select oid from pg_class where relnamespace = 'public'::regnamespace)`

const ask = async <T>(connection: ClientConfig, text: string) =>
  withClient(connection, async (client) => (await client.query<{ line: T }>(text)).rows.map((row) => row.line))
const shapeOf = (connection: ClientConfig) =>
  ask<string>(connection, `select line from (${catalogue}) as c (line) order by line collate "C"`)
const orderOf = (connection: ClientConfig) => ask<string>(connection, 'select name as line from schema_migration order by at, name')

// What ran when, in one go or in many starts of many releases, must not be seen in what stands there.
it('a site that began with any older release ends with the same tables as a new one, and got them in the same order', async () => {
  const fresh = await emptyDatabase()
  expect(await migrate(fresh.connection, migrations)).toEqual(names)
  const shape = await shapeOf(fresh.connection)
  for (const kind of ['column', 'table', 'constraint', 'index', 'function', 'trigger'])
    expect(shape.filter((line) => line.startsWith(`${kind} `)).length, kind).toBeGreaterThan(3)
  expect(await orderOf(fresh.connection)).toEqual(names)

  // One site that took every release of its own, and looked after itself in between; one that slept for half of them.
  const steady = await emptyDatabase()
  for (let count = 1; count <= names.length; count++) {
    expect(await migrate(steady.connection, migrations, new Set(names.slice(0, count)))).toEqual(names.slice(count - 1, count))
    await withClient(steady.connection, (client) => client.query('analyze'))
  }
  const half = names.slice(0, names.length / 2)
  const sleeper = await emptyDatabase()
  expect(await migrate(sleeper.connection, migrations, new Set(half))).toEqual(half)
  expect(await migrate(sleeper.connection, migrations)).toEqual(names.slice(half.length))
  for (const { connection } of [steady, sleeper]) {
    expect(await shapeOf(connection)).toEqual(shape)
    expect(await orderOf(connection)).toEqual(names)
  }
})
