import { useLingui } from '@lingui/react/macro'
import { type ComponentProps, useState } from 'react'
import { IconButton } from '#web/ui/button.tsx'
import { Field } from '#web/ui/field.tsx'
import { EyeOffIcon } from '#web/ui/icons.tsx'
import { EyeIcon } from '#web/ui/icons-more.tsx'

/** A password that can be looked at: typing blind helps nobody on a phone. */
export function PasswordField(props: ComponentProps<typeof Field>) {
  const { t } = useLingui()
  const [shown, show] = useState(false)
  return (
    <Field
      {...props}
      type={shown ? 'text' : 'password'}
      autoCapitalize="none"
      spellCheck={false}
      end={
        <IconButton label={shown ? t`Hide the password` : t`Show the password`} aria-pressed={shown} onClick={() => show(!shown)}>
          {shown ? <EyeOffIcon size={20} /> : <EyeIcon size={20} />}
        </IconButton>
      }
    />
  )
}
