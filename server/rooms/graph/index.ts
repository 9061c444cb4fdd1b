export { hides, mayMeet, mayRead, type Shown } from './policy.ts'
export { noRelations, type Relations, relations } from './relations.ts'
