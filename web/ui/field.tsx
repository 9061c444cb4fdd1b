import { type InputHTMLAttributes, type ReactNode, type TextareaHTMLAttributes, useId } from 'react'
import css from './field.module.css'
import { useComplaint } from './form.tsx'

interface Words {
  label: ReactNode
  /** One line of help, read with the field. */
  hint?: ReactNode
  /** What is wrong; the field is marked and the words are read aloud. */
  error?: ReactNode
  /** The label is for listeners only (a search box with an icon). */
  hideLabel?: boolean
}

function Frame(props: Words & { id: string; children: ReactNode; end?: ReactNode }) {
  return (
    <div className={css.field}>
      <label htmlFor={props.id} className={props.hideLabel ? 'aloud' : css.label}>
        {props.label}
      </label>
      {props.children}
      {props.hint && (
        <p id={`${props.id}-hint`} className={css.hint}>
          {props.hint}
        </p>
      )}
      <p id={`${props.id}-error`} className={css.error} role="alert">
        {props.error}
      </p>
    </div>
  )
}

const described = (id: string, { hint, error }: Words) =>
  [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined

export function Field({
  label,
  hint,
  error: said,
  hideLabel,
  end,
  ...input
}: Words & { end?: ReactNode } & InputHTMLAttributes<HTMLInputElement>) {
  const own = useId()
  const id = input.id ?? own
  const complaint = useComplaint(input.name)
  const error = said ?? complaint
  return (
    <Frame id={id} label={label} hint={hint} error={error} hideLabel={hideLabel ?? false}>
      <span className={css.box}>
        <input
          dir="auto"
          {...input}
          id={id}
          className={css.input}
          aria-invalid={error ? true : undefined}
          aria-describedby={described(id, { label, hint, error })}
        />
        {end}
      </span>
    </Frame>
  )
}

/** Grows with its text. */
export function TextArea({ label, hint, error: said, hideLabel, ...input }: Words & TextareaHTMLAttributes<HTMLTextAreaElement>) {
  const own = useId()
  const id = input.id ?? own
  const complaint = useComplaint(input.name)
  const error = said ?? complaint
  return (
    <Frame id={id} label={label} hint={hint} error={error} hideLabel={hideLabel ?? false}>
      <textarea
        rows={3}
        dir="auto"
        {...input}
        id={id}
        className={`${css.input} ${css.area}`}
        aria-invalid={error ? true : undefined}
        aria-describedby={described(id, { label, hint, error })}
      />
    </Frame>
  )
}

type Choice = { value: string; label: ReactNode; hint?: ReactNode }

/** One of a few, all visible. */
export function Choices(props: {
  legend: ReactNode
  name: string
  value: string
  options: readonly Choice[]
  onChange: (value: string) => void
}) {
  return (
    <fieldset className={css.choices}>
      <legend className={css.label}>{props.legend}</legend>
      {props.options.map((option) => (
        <label key={option.value} className={css.choice}>
          <input
            type="radio"
            name={props.name}
            value={option.value}
            checked={props.value === option.value}
            onChange={() => props.onChange(option.value)}
          />
          <span>
            {option.label}
            {option.hint && <small>{option.hint}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  )
}

/** On or off, at once. */
export function Switch(props: {
  label: ReactNode
  hint?: ReactNode
  checked: boolean
  onChange: (on: boolean) => void
  disabled?: boolean
}) {
  return (
    <label className={css.switch}>
      <span>
        {props.label}
        {props.hint && <small>{props.hint}</small>}
      </span>
      <input
        type="checkbox"
        role="switch"
        checked={props.checked}
        disabled={props.disabled}
        aria-checked={props.checked}
        onChange={(event) => props.onChange(event.target.checked)}
      />
    </label>
  )
}
