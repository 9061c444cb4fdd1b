import { type ReactNode, useId } from 'react'
import css from './options-pane.module.css'

/** A choice that shows its present answer at the end of the line. */
export function Row(props: {
  icon: ReactNode
  label: string
  value: string
  options: readonly (readonly [string, string])[]
  onChange: (value: string) => void
  children?: ReactNode
}) {
  const id = useId()
  return (
    <div className={css.row}>
      <div className={css.line}>
        {props.icon}
        <label htmlFor={id}>{props.label}</label>
        <select id={id} value={props.value} onChange={(event) => props.onChange(event.target.value)}>
          {props.options.map(([value, words]) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </select>
      </div>
      {props.children}
    </div>
  )
}
