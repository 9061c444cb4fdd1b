export { isHome, isPublic } from './addresses.ts'
export { type Fetched, type Fetcher, type FetchParts, type Outgoing, openFetch } from './fetch.ts'
export { FetchProblem, type FetchReason } from './problem.ts'
