import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react'
import { Link } from '#web/lib/router.tsx'
import css from './button.module.css'

type Look = 'primary' | 'outline' | 'quiet' | 'plain' | 'danger'

interface Shape {
  /** `primary` is the seal: once in a view. */
  look?: Look
  small?: boolean
  wide?: boolean
  icon?: ReactNode
  /** Shows that the press is being answered; the button keeps its width and takes no second press. */
  busy?: boolean
}

const shape = ({ look = 'quiet', small, wide, busy }: Shape, className?: string) =>
  [css.button, css[look], small && css.small, wide && css.wide, busy && css.busy, className].filter(Boolean).join(' ')

type ButtonProps = Shape & ButtonHTMLAttributes<HTMLButtonElement> & { ref?: Ref<HTMLButtonElement> }

export function Button({ look, small, wide, icon, busy, className, children, type = 'button', ...rest }: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      className={shape({ look, small, wide, busy } as Shape, className)}
      aria-busy={busy || undefined}
      disabled={rest.disabled || busy}
    >
      {icon}
      {children}
    </button>
  )
}

type ButtonLinkProps = Shape & { href: string; children?: ReactNode; className?: string; replace?: boolean }

/** A link that looks like a button: for going somewhere. */
export function ButtonLink({ href, children, icon, className, replace, ...look }: ButtonLinkProps) {
  return (
    <Link href={href} className={shape(look, className)} {...(replace ? { replace } : {})}>
      {icon}
      {children}
    </Link>
  )
}

type IconButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & {
  /** What the button does, for those who do not see the icon. */
  label: string
  /** On a picture: light on a dark veil. */
  onPicture?: boolean
  ref?: Ref<HTMLButtonElement>
}

export function IconButton({ label, onPicture, className, children, type = 'button', ...rest }: IconButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      aria-label={label}
      title={label}
      className={[css.icon, onPicture && css.onPicture, className].filter(Boolean).join(' ')}
    >
      {children}
    </button>
  )
}
