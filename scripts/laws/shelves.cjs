// The shelves of rooms, lowest first. A room knows lower shelves only; what must go up travels as an event.
// Both laws read this list: the import law (.dependency-cruiser.cjs) and the SQL law (scripts/laws/sql-law.ts).
exports.shelves = [['accounts', 'media', 'language'], ['graph', 'trust'], [], ['notes'], ['feed', 'search'], ['notify']]
