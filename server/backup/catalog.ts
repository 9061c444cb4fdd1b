import type pg from 'pg'

export interface Table {
  name: string
  /** Without generated ones, in their order. */
  columns: string[]
}

export interface Constraint {
  table: string
  name: string
  definition: string
}

const rowsOf = async <T>(client: pg.ClientBase, text: string): Promise<T[]> => (await client.query(text)).rows as T[]

/** All tables with rows of our own; the list of migrations is written by the migrations. */
export const readTables = (client: pg.ClientBase): Promise<Table[]> =>
  rowsOf<Table>(
    client,
    `select c.relname as name,
       array(select a.attname::text from pg_attribute a
             where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns
     from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> 'schema_migration' order by c.relname`,
  )

export const readForeignKeys = (client: pg.ClientBase): Promise<Constraint[]> =>
  rowsOf<Constraint>(
    client,
    `select conrelid::regclass::text as table, quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
     from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace and conparentid = 0 order by 1, 2`,
  )

/** Where each sequence stands; those never asked are left out. */
export const readSequences = (client: pg.ClientBase): Promise<{ name: string; value: string }[]> =>
  rowsOf(
    client,
    `select sequencename as name, last_value::text as value from pg_sequences where schemaname = 'public' and last_value is not null order by 1`,
  )

export const readMigrations = (client: pg.ClientBase): Promise<{ name: string; sha256: string }[]> =>
  rowsOf(client, 'select name, sha256 from schema_migration order by name')

export const quote = (name: string) => `"${name.replaceAll('"', '""')}"`
