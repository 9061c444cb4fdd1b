import { useLingui } from '@lingui/react/macro'
import { createContext, type FormEvent, type FormHTMLAttributes, type ReactNode, use, useEffect, useRef, useState } from 'react'

const Complaints = createContext<Readonly<Record<string, ReactNode>>>({})
/** What the form around it says is wrong with a field of this name. */
export const useComplaint = (name: string | undefined): ReactNode => {
  const complaints = use(Complaints)
  return name !== undefined && Object.hasOwn(complaints, name) ? complaints[name] : undefined
}

type Checked = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

type FormProps = Omit<FormHTMLAttributes<HTMLFormElement>, 'onSubmit' | 'onChange'> & {
  /** Called when every field is as it has to be. `without`: `data-without` of the button that was pressed. */
  onSubmit: (event: FormEvent<HTMLFormElement>, without: string | undefined) => unknown
}

/**
 * A form that says at its fields, in the page's own language, what is missing: a browser's bubbles speak the browser's. What a field asks for stands in
 * its own attributes (`required`, `minLength`, `type`); without scripts the browser checks them. A button with `data-without="name"` asks nothing of
 * that field.
 */
export function Form({ onSubmit, children, ...rest }: FormProps) {
  const { t } = useLingui()
  const [complaints, complain] = useState<Readonly<Record<string, ReactNode>>>({})
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (form.current) form.current.noValidate = true
  }, [])
  const words = (field: Checked): ReactNode => {
    const { valueMissing, typeMismatch, tooShort } = field.validity
    if (valueMissing) return field.type === 'checkbox' ? t`Please tick this to go on.` : t`Please fill this in.`
    if (typeMismatch && field.type === 'email') return t`This does not look like an e-mail address.`
    if (tooShort && 'minLength' in field) {
      const least = field.minLength
      return t`At least ${least} characters.`
    }
    return t`This cannot be right. Please look at it again.`
  }
  const submit = (event: FormEvent<HTMLFormElement>) => {
    const { submitter } = event.nativeEvent as SubmitEvent
    const without = submitter?.dataset.without
    const fields = [...event.currentTarget.elements].filter((field): field is Checked => 'validity' in field && 'name' in field)
    const wrong = fields.filter((field) => field.name !== without && field.name !== '' && !field.validity.valid)
    complain(Object.fromEntries(wrong.map((field) => [field.name, words(field)])))
    if (wrong.length === 0) return onSubmit(event, without)
    event.preventDefault()
    wrong[0]?.focus()
  }
  return (
    <form
      {...rest}
      ref={form}
      onSubmit={submit}
      onChange={(event) => {
        const { name } = event.target as unknown as Checked
        if (Object.hasOwn(complaints, name)) complain(({ [name]: _mended, ...left }) => left)
      }}
    >
      <Complaints value={complaints}>{children}</Complaints>
    </form>
  )
}
