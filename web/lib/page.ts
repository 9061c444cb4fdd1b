import type { I18n } from '@lingui/core'
import type { QueryClient } from '@tanstack/react-query'
import type { ComponentType, ReactNode } from 'react'
import type { Me } from '#server/rooms/accounts/schema.ts'

/** Everything a page knows before it draws. */
export interface Visit {
  params: Readonly<Record<string, string>>
  search: URLSearchParams
  viewer: Me | null
  client: QueryClient
  i18n: I18n
}

/** What a page says of itself to the tab, to search engines and to link previews. */
export interface Head {
  title: string
  description?: string
  /** Path of the picture for link previews. */
  image?: { url: string; width: number; height: number; alt: string } | undefined
  /** What can be played, for link previews that do. */
  plays?: { kind: 'video' | 'audio'; url: string; type: string; width?: number; height?: number } | undefined
  /** Path that stands for this page when it has several. */
  canonical?: string
  type?: 'website' | 'article' | 'profile'
  /** Kept out of search engines. */
  hidden?: boolean
  /** schema.org description. */
  jsonLd?: Record<string, unknown>
  /** Answers oEmbed. */
  embeddable?: boolean
  /** Pictures worth asking for before the page is read. */
  preload?: { srcset: string; sizes: string; type: string } | undefined
}

/** Pages end their titles with the product's name (the first page begins with it); a site that has a name of its own is called by that. */
export function titleOf(title: string, site: string | undefined): string {
  if (!site || site === 'Vermilion') return title
  const ending = /Vermilion$/
  return ending.test(title)
    ? title.replace(ending, () => site)
    : title.replace(/^(?:Vermilion|朱笺)(?: (?:Vermilion|朱笺))?(?= · )/, () => site)
}

/** What a page module exports as `page`. */
export interface Page {
  Body: ComponentType<{ params: Readonly<Record<string, string>>; search: URLSearchParams }>
  /** Loads what the page needs. On the server it is awaited; an ApiProblem thrown here becomes the page's status. */
  prefetch?: (visit: Visit) => Promise<unknown>
  head: (visit: Visit) => Head
  /** What stands around it when it opens above another page. It comes with the page: no first sight needs it. */
  Above?: ComponentType<{ children: ReactNode }>
}

export type Access = 'public' | 'account' | 'moderator' | 'admin'
/** `full`: bars and rail · `focus`: the page has its own top bar, no bottom bar on a phone · `door`: nothing but the seal and languages. */
export type Chrome = 'full' | 'focus' | 'door'

/** A line of web/routes.ts. */
export interface Route {
  path: string
  /** File in web/pages, without its ending. */
  file: string
  /** The catalogue its words are in: one for each group of pages that are read together. */
  catalogue: string
  access: Access
  chrome: Chrome
}
