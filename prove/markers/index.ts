// The marker walk: secret words go into every field that people fill, through every change of state, and are then looked for through every GET
// route of the route table, as everybody who must not know them. Runs on any site that can be asked (over HTTP, or in this process).
export { type Change, changes, type ReaderName } from './changes.ts'
export type { MarkerPerson, MarkerSite } from './site.ts'
export { type MarkerFind, type MarkerWalk, walkMarkers } from './walk.ts'
