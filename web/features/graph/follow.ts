import type { QueryClient } from '@tanstack/react-query'
import type { Account } from '#server/rooms/accounts/schema.ts'
import type { Person } from '#server/rooms/graph/schema.ts'
import type { Note } from '#server/rooms/notes/schema.ts'
import { api } from '#web/lib/api.ts'
import { optimistic } from '#web/ui/optimistic.tsx'

/** Follows (a private account: asks to) or stops following, wherever the person is shown: profile, notes, lists under `people`. */
export async function follow(client: QueryClient, handle: string, on: boolean, isPrivate = false): Promise<void> {
  const following = on && !isPrivate
  const requested = on && isPrivate
  const edit = <T extends Person | Account>(person: T): T =>
    person.relationship ? { ...person, relationship: { ...person.relationship, following, requested } } : person
  await optimistic(client, {
    keys: [['account', handle.toLowerCase()], ['note'], ['people']],
    change: () => {
      client.setQueryData<Account>(['account', handle.toLowerCase()], (now) => {
        if (!now) return now
        const more = Number(following) - Number(now.relationship?.following ?? false)
        return edit({ ...now, counts: { ...now.counts, followers: Math.max(0, now.counts.followers + more) } })
      })
      client.setQueriesData<Note>({ queryKey: ['note'] }, (note) => (note?.author?.handle === handle ? { ...note, following } : note))
      client.setQueriesData<{ pages?: { items: Person[] }[] }>({ queryKey: ['people'] }, (data) =>
        data?.pages
          ? { ...data, pages: data.pages.map((page) => ({ ...page, items: page.items.map((p) => (p.handle === handle ? edit(p) : p)) })) }
          : data,
      )
    },
    send: () => (on ? api.put(`/v1/accounts/${handle}/follow`) : api.delete(`/v1/accounts/${handle}/follow`)),
  })
  void client.invalidateQueries({ queryKey: ['cards', 'following'] })
}
