export interface MarkerPerson {
  id: string
  handle: string
  token: string
}

export interface MarkerAnswer {
  status: number
  body: string
}

/** What the walk needs of a site. */
export interface MarkerSite {
  /** As it names itself in its own addresses. */
  origin: string
  /** Its route table: method and path with `:params`, and whether it takes a `q`. */
  routes: readonly { method: string; url: string; asksFor: readonly string[] }[]
  /** Pages and files beside the API, with the same `:params` (`/notes/:id`, `/sitemap.xml`); empty where only the API is served. */
  pages: readonly string[]
  ask(who: MarkerPerson | null, method: string, url: string, body?: object): Promise<MarkerAnswer>
  /** Somebody new, signed in. */
  person(handle: string, role?: 'moderator'): Promise<MarkerPerson>
  /** A ready picture of theirs; its id. */
  picture(who: MarkerPerson): Promise<string>
  /** Until all that follows from what was done is done, and short-lived caches have forgotten. */
  settle(): Promise<void>
  /** Takes somebody's account away at once, or lets the thirty days of leaving pass. */
  suspend(who: MarkerPerson): Promise<void>
  leave(who: MarkerPerson): Promise<void>
  erase(who: MarkerPerson): Promise<void>
  /** Where any of these words stands in what the site keeps (tables, files, a fresh backup), whoever may read it there. */
  kept?(words: readonly string[]): Promise<string[]>
}
