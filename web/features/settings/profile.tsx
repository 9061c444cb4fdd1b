import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { Me } from '#server/rooms/accounts/schema.ts'
import { LanguagesRead } from '#web/features/accounts/languages.tsx'
import { meQuery } from '#web/features/accounts/queries.ts'
import { Refused } from '#web/features/accounts/refused.tsx'
import { Trouble } from '#web/features/accounts/trouble.tsx'
import { useForm } from '#web/features/accounts/use-form.ts'
import { api } from '#web/lib/api.ts'
import { pathTo } from '#web/lib/path.ts'
import { Avatar } from '#web/ui/avatar.tsx'
import { Button, ButtonLink } from '#web/ui/button.tsx'
import { Field, TextArea } from '#web/ui/field.tsx'
import { Form } from '#web/ui/form.tsx'
import { say } from '#web/ui/toast.tsx'
import { PickPicture } from './pick-picture.tsx'
import css from './settings.module.css'

/** What others see of me. */
export function ProfileSettings({ me }: { me: Me }) {
  const { t } = useLingui()
  const client = useQueryClient()
  const form = useForm()
  const [languages, setLanguages] = useState(me.languages)
  const save = (change: Record<string, unknown>) =>
    form.send(async () => {
      const next = await api.patch<Me>('/v1/me', change)
      client.setQueryData(meQuery().queryKey, next)
      void client.invalidateQueries({ queryKey: ['account'] })
      say(<Trans>Saved</Trans>)
    })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const { displayName, bio, pronouns, place } = Object.fromEntries(new FormData(event.currentTarget))
    void save({ displayName, bio, pronouns, place, languages })
  }
  return (
    <>
      <section className={css.block}>
        <div className={css.banner}>{me.banner && <img src={me.banner} alt="" />}</div>
        <div className={css.faces}>
          <Avatar account={me} size={64} />
          <div className={css.buttons}>
            <PickPicture label={<Trans>Change picture</Trans>} onPicked={(id) => save({ avatar: id })} square />
            <PickPicture label={<Trans>Change banner</Trans>} onPicked={(id) => save({ banner: id })} />
            {me.avatar && (
              <Button small look="plain" onClick={() => save({ avatar: null })}>
                <Trans>Remove picture</Trans>
              </Button>
            )}
            {me.banner && (
              <Button small look="plain" onClick={() => save({ banner: null })}>
                <Trans>Remove banner</Trans>
              </Button>
            )}
          </div>
        </div>
      </section>
      <Form className={css.block} method="post" action="/settings/profile" onSubmit={submit}>
        <Refused />
        <Trouble problem={form.problem} />
        <Field
          label={<Trans>Name</Trans>}
          name="displayName"
          required
          maxLength={40}
          defaultValue={me.displayName}
          error={form.field('displayName')}
        />
        <TextArea
          label={<Trans>About me</Trans>}
          hint={<Trans>#topics and @people become links.</Trans>}
          name="bio"
          maxLength={500}
          defaultValue={me.bio}
          error={form.field('bio')}
        />
        <Field label={<Trans>Pronouns</Trans>} name="pronouns" maxLength={30} defaultValue={me.pronouns} placeholder={t`she/her, 她, …`} />
        <Field
          label={<Trans>Where I am</Trans>}
          hint={<Trans>Only what you write here is shown. We never derive a place from your connection.</Trans>}
          name="place"
          maxLength={60}
          defaultValue={me.place}
        />
        <LanguagesRead value={languages} onChange={setLanguages} />
        <div className={css.buttons}>
          <Button type="submit" look="primary" busy={form.busy}>
            <Trans>Save</Trans>
          </Button>
          <ButtonLink href={pathTo.account(me.handle)} look="plain">
            <Trans>See my page</Trans>
          </ButtonLink>
        </div>
      </Form>
    </>
  )
}
