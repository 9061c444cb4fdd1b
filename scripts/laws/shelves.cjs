// The shelves of rooms, lowest first. A room knows lower shelves only; what must go up travels as an event.
// Both laws read this list: the import law (.dependency-cruiser.cjs) and the SQL law (scripts/laws/sql-law.ts).
exports.shelves = [['accounts', 'media', 'language'], ['graph', 'trust'], [], ['notes'], ['feed', 'search'], ['notify']]

// The shelves of web/features, lowest first: in the order of the rooms whose faces they are. Where one neighbour of the server shows a part
// of another (a profile has a button that reports), the shown one stands lower. Parts of notes that have folders of their own stand where
// notes do; what is made of several rooms (writing, settings, looking after the site) stands on top.
exports.webShelves = [
  ['accounts', 'media'],
  ['trust'],
  ['graph'],
  ['notes', 'boards', 'topics'],
  ['feed', 'search'],
  ['notify'],
  ['compose', 'settings'],
  ['admin'],
]
