import { Buffer } from 'node:buffer'
import pg from 'pg'
import { chinese, chineseWord, dice, english, englishWord, families, firstNames, given, lastNames, topics } from './words.ts'

/** How much there is. */
export interface Size {
  people: number
  notes: number
  likes: number
  comments: number
  collects: number
  follows: number
  /** People who have a session, with the token that `tokenOf` tells. */
  sessions: number
}

/** The bearer token of a person of the bench, by number. */
export const tokenOf = (n: number): string => `bench${String(n).padStart(38, '0')}`

const DAY = 86_400_000
const EPOCH = 1_735_689_600_000
const BATCH = 4000

/** The id of a moment, in SQL: `ms` since 1970 and a number that tells apart. */
const idSql = (ms: string, low = '0') => `(((${ms})::bigint - ${EPOCH}) << 22 | (${low}))`

/** Fills a migrated, empty database through SQL alone: in half a minute what would take hours through the doors. */
export async function fill(connection: pg.ClientConfig, size: Size, say: (what: string) => void): Promise<void> {
  const db = new pg.Client(connection)
  await db.connect()
  const now = Date.now()
  try {
    // Foreign keys hold by construction; checking them for every row would take longer than everything else.
    await db.query("set session_replication_role = replica; set synchronous_commit = off; set work_mem = '256MB'")
    say(`${size.people} people`)
    await people(db, size, now)
    say(`${size.notes} notes`)
    await notes(db, size, now)
    say(`${size.likes} likes, ${size.comments} comments, ${size.follows} follows`)
    await responses(db, size)
    say('counters')
    await counters(db)
    await db.query('analyze')
  } finally {
    await db.end()
  }
}

async function people(db: pg.Client, size: Size, now: number): Promise<void> {
  const start = now - 300 * DAY
  const names = Array.from({ length: 997 }, (_, i) => {
    const roll = dice(i + 17)
    return i % 2 === 0
      ? `${families[roll(families.length)]}${given[roll(given.length)]}${given[roll(given.length)]}`
      : `${firstNames[roll(firstNames.length)]} ${lastNames[roll(lastNames.length)]}`
  })
  await db.query(
    `insert into account (id, handle, display_name, languages, locale, bio, created_at)
     select ${idSql(`${start} + i * ${Math.floor((299 * DAY) / size.people)}`)},
       ($2::text[])[1 + i % ${firstNames.length}] || '.' || i,
       ($1::text[])[1 + i % 997],
       case when i % 2 = 0 then '{zh-Hans}'::text[] when i % 10 = 1 then '{en,zh-Hans}' else '{en}' end,
       case when i % 2 = 0 then 'zh-Hans' else 'en' end, 'Person ' || i || ' of the bench',
       to_timestamp((${start} + i * ${Math.floor((299 * DAY) / size.people)}) / 1000.0)
     from generate_series(0, ${size.people - 1}::bigint) as i`,
    [names, firstNames.map((n) => n.toLowerCase())],
  )
  // Whoever signs in has one; without it a session opens nothing.
  await db.query('insert into account_secret (account_id) select id from account')
  await db.query(
    `insert into session (id, account_id, token_hash, kind, seen_at)
     select a.id + 1, a.id, sha256(convert_to('bench' || lpad((a.n - 1)::text, 38, '0'), 'UTF8')), 'bearer', now()
     from (select id, row_number() over (order by id) as n from account) as a where a.n <= ${size.sessions}`,
  )
}

async function notes(db: pg.Client, size: Size, now: number): Promise<void> {
  const start = now - 60 * DAY
  const step = Math.floor((60 * DAY - 60_000) / size.notes)
  await db.query(
    'create temp table person as select row_number() over (order by id) - 1 as n, id from account; create unique index on person (n); analyze person',
  )
  await db.query(
    `insert into topic (id, key, name) select ${idSql(`${start}`, '1000 + n')}, lower(name), name from unnest($1::text[]) with ordinality as t(name, n)`,
    [topics],
  )
  await db.query('insert into topic_counter (topic_id) select id from topic')
  const hash = Buffer.from(Array.from({ length: 24 }, (_, i) => (i * 37) % 256)).toString('base64')
  for (let from = 0; from < size.notes; from += BATCH) {
    const rows = Array.from({ length: Math.min(BATCH, size.notes - from) }, (_, i) => textOf(from + i))
    const value = {
      at: rows.map((_, i) => start + (from + i) * step),
      author: rows.map((_, i) => authorOf(from + i, size.people)),
    }
    await db.query(
      `with new as materialized (
         select n.*, p.id as author_id, ${idSql('n.at')} as id from unnest($1::bigint[], $2::int[], $3::text[], $4::text[], $5::text[], $6::jsonb[], $7::int[])
           as n(at, author, language, title, text, layer, height) join person as p on p.n = n.author),
       m as (insert into media (id, account_id, master, master_width, master_height, width, height, thumbhash, color, alt, variants, attached_at)
         select id + 1, author_id, 'bench/' || id, 1080, height, 1080, height, $8, '#c8a27a', title,
           jsonb_build_array(jsonb_build_object('key', 'ab/' || id || '-360.webp', 'type', 'image/webp', 'width', 360, 'height', height / 3),
             jsonb_build_object('key', 'ab/' || id || '-1080.webp', 'type', 'image/webp', 'width', 1080, 'height', height)), now() from new),
       x as (insert into note_media (note_id, position, media_id) select id, 0, id + 1 from new),
       c as (insert into note_counter (note_id, views) select id, (at / 1000) % 5000 from new)
       insert into note (id, author_id, title, text, language, layer, published_at, created_at)
       select id, author_id, title, text, language, layer, to_timestamp(at / 1000.0), to_timestamp(at / 1000.0) from new order by id`,
      [
        value.at,
        value.author,
        rows.map((r) => r.language),
        rows.map((r) => r.title),
        rows.map((r) => r.text),
        rows.map((r) => (r.layer ? JSON.stringify(r.layer) : null)),
        rows.map((r) => r.height),
        hash,
      ],
    )
  }
  await db.query(
    'create temp table story as select row_number() over (order by id) - 1 as n, id from note; create unique index on story (n); analyze story',
  )
  // A few topics are everywhere, most are rare.
  await db.query(
    `insert into note_topic (topic_id, note_id)
     select distinct t.id, s.id from story as s cross join generate_series(1, 2) as k
     join (select row_number() over (order by id) - 1 as n, id from topic) as t on t.n = floor(${topics.length} * power((hashint8(s.id + k) & 1048575) / 1048576.0, 2.5))
     where s.n % 4 > 0`,
  )
}

/** Some people write much, most write a few. */
const authorOf = (n: number, people: number): number => (n % 3 === 0 ? (n * 7919) % Math.floor(people / 50) : (n * 104_729) % people)

interface Text {
  language: string
  title: string
  text: string
  layer: { language: string; title: string; text: string; spans: [] } | null
  height: number
}

function textOf(n: number): Text {
  const roll = dice(n * 2654435761 + 97)
  const isChinese = n % 2 === 0
  const say = (from: readonly string[], count: number, between: string) =>
    Array.from({ length: count }, () => from[roll(from.length)]).join(between)
  // A few words are everywhere, thousands are rare.
  const some = (word: (n: number) => string, count: number, between: string) =>
    Array.from({ length: count }, () => word(Math.floor(6000 * (roll(1_000_000) / 1_000_000) ** 2.5))).join(between)
  const zh = () => ({
    title: `${say(chinese, 1, '')}，${some(chineseWord, 2, '')}`.slice(0, 100),
    text: `${say(chinese, 2, '。')}。${some(chineseWord, 8 + roll(20), '')}，${some(chineseWord, 5, '')}。编号${n}`,
  })
  const en = () => ({
    title: `${say(english, 1, ' ')} ${some(englishWord, 1, ' ')}`,
    text: `${say(english, 2, '. ')}. ${some(englishWord, 8 + roll(20), ' ')}. Number ${n}`,
  })
  const own = isChinese ? zh() : en()
  const other = isChinese ? en() : zh()
  return {
    language: isChinese ? 'zh-Hans' : 'en',
    ...own,
    layer: n % 5 === 0 ? { language: isChinese ? 'en' : 'zh-Hans', ...other, spans: [] } : null,
    height: [1080, 1350, 1440, 810][roll(4)] as number,
  }
}

async function responses(db: pg.Client, size: Size): Promise<void> {
  // Response falls off steeply: the loved tenth has most of it.
  const note = (k: string) => `floor(${size.notes} * power((hashint8(${k}) & 1048575) / 1048576.0, 3))::bigint * 48271 % ${size.notes}`
  const person = (k: string) => `((hashint8extended(${k}, 7) & 9007199254740991) % ${size.people})`
  const spread = async (table: string, count: number, seed: number) => {
    await db.query(
      `insert into ${table} (note_id, account_id, at)
       select s.id, p.id, to_timestamp(((s.id >> 22) + ${EPOCH}) / 1000.0) from (
         select distinct ${note(`i * 3 + ${seed}`)} as n, ${person(`i * 5 + ${seed}`)} as a from generate_series(1, ${Math.round(count * 1.02)}::bigint) as i) as d
       join story as s on s.n = d.n join person as p on p.n = d.a order by s.id limit ${count} on conflict do nothing`,
    )
  }
  await spread('note_like', size.likes, 1)
  await spread('note_collect', size.collects, 1_000_003)
  await db.query(
    `insert into note (id, author_id, root_id, text, language, published_at, created_at)
     select s.id + 2 + i % 100000 * 8, p.id, s.id, ($1::text[])[1 + i % ${chinese.length + english.length}], 'und', now(), now()
     from generate_series(1, ${size.comments}::bigint) as i join story as s on s.n = ${note('i * 11')} join person as p on p.n = ${person('i * 13')}
     on conflict do nothing`,
    [[...chinese, ...english]],
  )
  await db.query('insert into note_counter (note_id) select id from note where root_id is not null')
  await db.query(
    `insert into follow (follower_id, followed_id)
     select distinct a.id, b.id from generate_series(1, ${size.follows}::bigint) as i
     join person as a on a.n = ${person('i * 17')} % case when i % 2 = 0 then ${size.sessions} else ${size.people} end join person as b on b.n = floor(${size.people} * power((hashint8(i * 19) & 1048575) / 1048576.0, 3))
     where a.id <> b.id`,
  )
}

async function counters(db: pg.Client): Promise<void> {
  await db.query(`
    update note_counter as c set likes = coalesce(l.n, 0), collects = coalesce(k.n, 0), comments = coalesce(r.n, 0)
    from story as s left join (select note_id, count(*)::int as n from note_like group by 1) as l on l.note_id = s.id
      left join (select note_id, count(*)::int as n from note_collect group by 1) as k on k.note_id = s.id
      left join (select root_id, count(*)::int as n from note where root_id is not null group by 1) as r on r.root_id = s.id
    where c.note_id = s.id`)
  await db.query(`
    update topic_counter as c set notes = t.n, views = t.n * 97 from (select topic_id, count(*)::int as n from note_topic group by 1) as t where t.topic_id = c.topic_id`)
  await db.query(`
    insert into account_counter (account_id, followers, following, notes, likes)
    select p.id, coalesce(a.n, 0), coalesce(b.n, 0), coalesce(w.n, 0), coalesce(w.likes, 0) from person as p
      left join (select followed_id, count(*)::int as n from follow group by 1) as a on a.followed_id = p.id
      left join (select follower_id, count(*)::int as n from follow group by 1) as b on b.follower_id = p.id
      left join (select n.author_id, count(*)::int as n, sum(c.likes)::int as likes from note as n join note_counter as c on c.note_id = n.id
        where n.root_id is null group by 1) as w on w.author_id = p.id`)
}
