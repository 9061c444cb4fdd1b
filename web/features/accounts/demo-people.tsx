import { Trans } from '@lingui/react/macro'
import { api } from '#web/lib/api.ts'
import { Avatar } from '#web/ui/avatar.tsx'
import css from './door.module.css'
import { useSite } from './queries.ts'
import { Trouble } from './trouble.tsx'
import { useForm } from './use-form.ts'

/** On a demo site: look through someone's eyes with one tap. */
export function DemoPeople({ next }: { next: string }) {
  const site = useSite()
  const form = useForm()
  if (!site?.demo || site.demoPeople.length === 0) return null
  const be = (handle: string) =>
    form.send(async () => {
      await api.post('/v1/demo/sign-in', { handle })
      location.assign(next)
    })
  return (
    <section className={css.form} aria-labelledby="demo-people">
      <div>
        <h2 id="demo-people" className={css.legend}>
          <Trans>This is a demo: step in as someone</Trans>
        </h2>
      </div>
      <Trouble problem={form.problem} />
      <form className={css.people} method="post" action="/demo-sign-in">
        <input type="hidden" name="next" value={next} />
        {site.demoPeople.map((person) => (
          <button
            key={person.handle}
            type="submit"
            name="handle"
            value={person.handle}
            className={css.person}
            disabled={form.busy}
            onClick={(event) => {
              event.preventDefault()
              void be(person.handle)
            }}
          >
            <Avatar account={person} size={40} />
            <span>
              <b dir="auto">{person.displayName}</b>
              <small dir="auto">{person.about}</small>
            </span>
          </button>
        ))}
      </form>
    </section>
  )
}
