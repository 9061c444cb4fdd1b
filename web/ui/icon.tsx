import type { ReactNode } from 'react'

export interface IconProps {
  /** Side in px; 24 by default. */
  size?: number
  className?: string
}

/** An icon of the house: 24 grid, one stroke of 1.75, round ends. It is decoration; the control around it carries the words. */
export const icon =
  (shape: ReactNode, filled = false) =>
  ({ size = 24, className }: IconProps) => (
    <svg
      viewBox="0 0 24 24"
      width={size}
      height={size}
      fill={filled ? 'currentColor' : 'none'}
      stroke="currentColor"
      strokeWidth={1.75}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      className={className}
    >
      {shape}
    </svg>
  )
