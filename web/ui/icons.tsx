import { icon } from './icon.tsx'

// The icons of the first screen. Those of other pages are in icons-more.tsx, so that they are not loaded with the feed.
export const ExploreIcon = icon(
  <>
    <circle cx="12" cy="12" r="8.5" />
    <path d="m15.4 8.6-2 4.8-4.8 2 2-4.8z" />
  </>,
)
export const SearchIcon = icon(
  <>
    <circle cx="11" cy="11" r="6.5" />
    <path d="m16 16 4.5 4.5" />
  </>,
)
export const PlusIcon = icon(<path d="M12 5v14M5 12h14" />)
export const MessageIcon = icon(
  <path d="M5 5h14a1.5 1.5 0 0 1 1.5 1.5v9A1.5 1.5 0 0 1 19 17h-6.5L8 20.5V17H5a1.5 1.5 0 0 1-1.5-1.5v-9A1.5 1.5 0 0 1 5 5z" />,
)
export const PersonIcon = icon(
  <>
    <circle cx="12" cy="8.2" r="3.7" />
    <path d="M4.8 20c.9-3.6 3.7-5.5 7.2-5.5s6.3 1.9 7.2 5.5" />
  </>,
)
export const FollowingIcon = icon(
  <>
    <circle cx="9.5" cy="8.5" r="3.5" />
    <path d="M3 19.5c.7-3.2 3.2-5 6.5-5s5.8 1.8 6.5 5M16 5.3a3.5 3.5 0 0 1 0 6.4M18.3 15c1.4.9 2.3 2.4 2.7 4.5" />
  </>,
)
const heart =
  'M12 20.2S3.8 15.6 3.8 9.6A4.3 4.3 0 0 1 8.1 5.2c1.7 0 3.1.9 3.9 2.4.8-1.5 2.2-2.4 3.9-2.4a4.3 4.3 0 0 1 4.3 4.4c0 6-8.2 10.6-8.2 10.6z'
export const HeartIcon = icon(<path d={heart} />)
export const HeartFullIcon = icon(<path d={heart} />, true)
export const BackIcon = icon(<path d="m14.5 5-7 7 7 7" />)
export const CloseIcon = icon(<path d="m6 6 12 12M18 6 6 18" />)
export const MoreIcon = icon(<path d="M5.5 12h.01M12 12h.01M18.5 12h.01" strokeWidth={2.6} />)
export const LanguageIcon = icon(
  <path d="M3.5 6h9M8 3.7V6M10.8 6c-.7 3.6-3 6.4-6.6 8M5.6 9c1.1 2 2.8 3.6 5 4.6M12.3 20.3l4-9.6 4 9.6M13.7 17h5.2" />,
)
export const SunIcon = icon(
  <>
    <circle cx="12" cy="12" r="3.8" />
    <path d="M12 3v1.7M12 19.3V21M3 12h1.7M19.3 12H21M5.6 5.6l1.2 1.2M17.2 17.2l1.2 1.2M18.4 5.6l-1.2 1.2M6.8 17.2l-1.2 1.2" />
  </>,
)
export const MoonIcon = icon(<path d="M19.7 14.6A8 8 0 0 1 9.4 4.3a8 8 0 1 0 10.3 10.3z" />)
export const ThemeIcon = icon(
  <>
    <circle cx="12" cy="12" r="8.3" />
    <path d="M12 3.7v16.6a8.3 8.3 0 0 0 0-16.6z" fill="currentColor" />
  </>,
)
export const CheckIcon = icon(<path d="m5 12.5 4.5 4.5L19 7.5" />)
export const ChevronIcon = icon(<path d="m9.5 6 6 6-6 6" />)
export const PicturesIcon = icon(
  <>
    <rect x="4" y="7.5" width="12.5" height="12.5" rx="2" />
    <path d="M8 4h10a2 2 0 0 1 2 2v10" />
  </>,
)
export const EyeOffIcon = icon(
  <path d="M4 4l16 16M10 6.3A9.7 9.7 0 0 1 12 6c5 0 8 4 9 6-.4.8-1.2 2-2.4 3.2M6.5 8C4.6 9.3 3.5 11 3 12c1 2 4 6 9 6 1.4 0 2.6-.3 3.7-.8M10 10.1a2.8 2.8 0 0 0 3.9 3.9" />,
)
export const WarnIcon = icon(<path d="M12 4 3 19.5h18zM12 10v4.2M12 17h.01" />)
