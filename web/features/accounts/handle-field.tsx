import { Trans } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import { api } from '#web/lib/api.ts'
import { Field } from '#web/ui/field.tsx'

const form = /^[a-z0-9_](?:[a-z0-9_.]{1,22})[a-z0-9_]$/
/** What people type, as a handle: `@` and capitals are forgiven. */
export const asHandle = (typed: string) => typed.trim().replace(/^@/, '').toLowerCase()

/** A handle, and whether it is still free, while it is being typed. */
export function HandleField(props: { value: string; onChange: (handle: string) => void; error?: string | undefined }) {
  const handle = useDeferredValue(asHandle(props.value))
  const ready = form.test(handle)
  const { data } = useQuery({
    queryKey: ['handle', handle],
    queryFn: ({ signal }) => api.get<{ available: boolean; reason?: string }>(`/v1/handles/${encodeURIComponent(handle)}`, { signal }),
    enabled: ready,
    retry: false,
  })
  const taken = ready && data?.available === false
  // Said at once, and in the page's own language: a browser's bubble speaks the browser's.
  const odd = /[^a-z0-9_.]/.test(handle)
  const complaint =
    props.error ??
    (taken ? (
      <Trans>@{handle} is taken. Perhaps with a place or a number?</Trans>
    ) : odd ? (
      <Trans>Only letters a–z, digits, dots and underscores.</Trans>
    ) : undefined)
  return (
    <Field
      label={<Trans>Handle</Trans>}
      hint={
        ready && data?.available ? (
          <Trans>@{handle} is yours if you want it.</Trans>
        ) : (
          <Trans>3 to 24 letters a–z, digits, dots or underscores. Your name can be in any script later.</Trans>
        )
      }
      error={complaint}
      name="handle"
      required
      maxLength={25}
      autoComplete="username"
      autoCapitalize="none"
      spellCheck={false}
      value={props.value}
      onChange={(event) => props.onChange(event.target.value)}
    />
  )
}
