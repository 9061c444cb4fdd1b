import { icon } from './icon.tsx'

const star = 'm12 4 2.4 5 5.5.7-4 3.8 1 5.5-4.9-2.7-4.9 2.7 1-5.5-4-3.8 5.5-.7z'
export const StarIcon = icon(<path d={star} />)
export const StarFullIcon = icon(<path d={star} />, true)
export const CommentIcon = icon(
  <path d="M12 4.5c4.7 0 8.5 3.1 8.5 7s-3.8 7-8.5 7c-1 0-2-.1-2.9-.4L4.8 20l1-3.4c-1.5-1.3-2.3-3-2.3-5.1 0-3.9 3.8-7 8.5-7z" />,
)
export const ShareIcon = icon(<path d="M12 14.5V4M8 7.5 12 3.7l4 3.8M5 12v6.5A1.5 1.5 0 0 0 6.5 20h11a1.5 1.5 0 0 0 1.5-1.5V12" />)
export const LinkIcon = icon(
  <path d="M10.5 13.5a3.5 3.5 0 0 0 5 0l3-3a3.5 3.5 0 0 0-5-5l-1 1M13.5 10.5a3.5 3.5 0 0 0-5 0l-3 3a3.5 3.5 0 0 0 5 5l1-1" />,
)
export const PinIcon = icon(<path d="M9 4h6l-.7 6 3.2 3H6.5l3.2-3zM12 13v7.5" />)
export const FlagIcon = icon(<path d="M6 21V4.5c3.5-1.8 7 1.5 12 0v9c-5 1.5-8.5-1.8-12 0" />)
export const TrashIcon = icon(<path d="M4.5 7h15M9.5 7V4.5h5V7M6.5 7l.8 13h9.4l.8-13M10.3 11v5.5M13.7 11v5.5" />)
export const PencilIcon = icon(<path d="m4 20 1-4.5L16.5 4l3.5 3.5L8.5 19zM14 6.5 17.5 10" />)
export const PictureIcon = icon(
  <>
    <rect x="3.5" y="5" width="17" height="14" rx="2" />
    <path d="m4 17 5-5 4 4 2.5-2.5L20 18M15.5 9h.01" />
  </>,
)
export const PlayIcon = icon(<path d="M8 5v14l11-7z" />, true)
export const SoundIcon = icon(<path d="M4 10v4M8 7v10M12 4v16M16 8v8M20 10v4" />)
export const CameraIcon = icon(
  <>
    <path d="M4 8h3.5L9 5.5h6L16.5 8H20a1 1 0 0 1 1 1v9a1.5 1.5 0 0 1-1.5 1.5h-15A1.5 1.5 0 0 1 3 18V9a1 1 0 0 1 1-1z" />
    <circle cx="12" cy="13.3" r="3.5" />
  </>,
)
export const SettingsIcon = icon(<path d="M4 7h9M17 7h3M4 17h3M11 17h9M15 4.8v4.4M9 14.8v4.4" />)
export const LockIcon = icon(
  <>
    <rect x="5" y="10.5" width="14" height="9.5" rx="2" />
    <path d="M8 10.5V8a4 4 0 0 1 8 0v2.5" />
  </>,
)
export const KeyIcon = icon(
  <>
    <circle cx="8" cy="15.5" r="4" />
    <path d="m11 12.5 8-8M16 7.5l2.5 2.5M13.5 10l1.8 1.8" />
  </>,
)
export const ShieldIcon = icon(
  <path d="M12 3.5c2.5 1.7 5 2.3 7.5 2.5 0 6-1.5 11-7.5 14.5C6 17 4.5 12 4.5 6c2.5-.2 5-.8 7.5-2.5zM8.8 12l2.3 2.3 4.2-4.6" />,
)
export const ClockIcon = icon(
  <>
    <circle cx="12" cy="12" r="8.5" />
    <path d="M12 7v5l3.3 2" />
  </>,
)
export const BoardIcon = icon(
  <>
    <rect x="4" y="4" width="7" height="10" rx="1.5" />
    <rect x="13" y="4" width="7" height="6" rx="1.5" />
    <rect x="4" y="16" width="7" height="4" rx="1.5" />
    <rect x="13" y="12" width="7" height="8" rx="1.5" />
  </>,
)
export const HashIcon = icon(<path d="M9.5 4 7.5 20M16.5 4l-2 16M4.5 9h15.5M4 15h15.5" />)
export const AtIcon = icon(
  <>
    <circle cx="12" cy="12" r="3.6" />
    <path d="M15.6 8.4v4.8c0 3.2 4.9 3 4.9-1.4A8.5 8.5 0 1 0 16 19.5" />
  </>,
)
export const EyeIcon = icon(
  <>
    <path d="M3 12c1-2 4-6 9-6s8 4 9 6c-1 2-4 6-9 6s-8-4-9-6z" />
    <circle cx="12" cy="12" r="2.8" />
  </>,
)
export const SparkIcon = icon(
  <path d="M11 4c.7 4.3 2.7 6.3 7 7-4.3.7-6.3 2.7-7 7-.7-4.3-2.7-6.3-7-7 4.3-.7 6.3-2.7 7-7zM18.5 16.5c.2 1.5 1 2.3 2.5 2.5-1.5.2-2.3 1-2.5 2.5-.2-1.5-1-2.3-2.5-2.5 1.5-.2 2.3-1 2.5-2.5z" />,
)
export const LeaveIcon = icon(<path d="M14 4.5H6.5A1.5 1.5 0 0 0 5 6v12a1.5 1.5 0 0 0 1.5 1.5H14M10.5 12H20M16.5 8.5 20 12l-3.5 3.5" />)
export const CopyIcon = icon(
  <>
    <rect x="8.5" y="8.5" width="11.5" height="11.5" rx="2" />
    <path d="M15.5 8.5V6a2 2 0 0 0-2-2H6a2 2 0 0 0-2 2v7.5a2 2 0 0 0 2 2h2.5" />
  </>,
)
export const BlockIcon = icon(
  <>
    <circle cx="12" cy="12" r="8.5" />
    <path d="m6 6 12 12" />
  </>,
)
export const MuteIcon = icon(<path d="M4 9.5v5h3.5L12 18.5v-13L7.5 9.5zM16 9.5l5 5M21 9.5l-5 5" />)
export const DeviceIcon = icon(
  <>
    <rect x="7" y="3" width="10" height="18" rx="2" />
    <path d="M11 18h2" />
  </>,
)
export const OfflineIcon = icon(
  <path d="M4 4l16 16M9 5.8A13 13 0 0 1 21.5 9.5M2.5 9.5c1-1 2.1-1.7 3.3-2.3M6 13.2c.9-.8 2-1.4 3.1-1.8M14.5 11.6c1.3.3 2.5.9 3.5 1.7M9.5 16.7a4 4 0 0 1 5 0M12 20h.01" />,
)
