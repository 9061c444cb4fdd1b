// The import law: which file may know which. `scripts/check-laws.ts` runs it and also checks that every file was read.
// Adding a room, or a folder of web/features: put its name on a shelf in scripts/laws/shelves.cjs.
const { shelves, webShelves } = require('./scripts/laws/shelves.cjs')

const any = (names) => `(${names.join('|')})`
const room = (names) => `^server/rooms/${any(names)}/`
const known = shelves.flat()
/** Tests, and the cases that a room lists for a test of all rooms. */
const isTest = '\\.(test|cases)\\.tsx?$'
/** Rooms on the given shelf or higher. */
const from = (index) => shelves.slice(index).flat()

/** One rule a shelf: its rooms see only lower shelves (and themselves). */
const shelfRules = shelves.flatMap((rooms, index) =>
  rooms.length === 0
    ? []
    : [
        {
          name: `shelf-${index + 1}-downwards`,
          comment: 'A room imports lower shelves only, never a neighbour or an upper room: send an event instead.',
          severity: 'error',
          from: { path: `^server/rooms/${any(rooms)}/`, pathNot: [isTest, '/schema\\.ts$'] },
          to: { path: room(from(index)), pathNot: '^server/rooms/$1/' },
        },
        // A schema may also see its neighbours' schemas, but no upper one.
        {
          name: `shelf-${index + 1}-schema-downwards`,
          comment: 'A schema imports schemas of its own or a lower shelf.',
          severity: 'error',
          from: { path: `^server/rooms/${any(rooms)}/schema\\.ts$` },
          to: { path: index + 1 < shelves.length ? room(from(index + 1)) : '^$' },
        },
      ],
)

const feature = (names) => `^web/features/${any(names)}/`

/** One rule a shelf of features: its folders see only lower shelves (and themselves). */
const webShelfRules = webShelves.map((names, index) => ({
  name: `web-shelf-${index + 1}-downwards`,
  comment: 'A feature imports features of lower shelves only, never a neighbour or an upper one; what both need goes into the lower one.',
  severity: 'error',
  from: { path: `^web/features/${any(names)}/`, pathNot: isTest },
  to: { path: feature(webShelves.slice(index).flat()), pathNot: '^web/features/$1/' },
}))

/** The floors of the web app, lowest first, each of which sees only itself and those beneath. The entries, `app.tsx` and `routes.ts` see all. */
const floors = ['lib', 'ui', 'features', 'shell', 'pages']
const floorRules = floors.map((floor, index) => ({
  name: `web-${floor}-downwards`,
  comment: 'lib < ui < features < shell < pages < routes and entries: nothing of the web app imports what stands above it.',
  severity: 'error',
  from: { path: `^web/${floor}/`, pathNot: isTest },
  to: { path: `^web/(${[...floors.slice(index + 1).map((upper) => `${upper}/`), '[^/]+\\.tsx?$'].join('|')})` },
}))

module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      comment: 'No cycle that is there when the program runs; types may know each other.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'no-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'platform-alone',
      comment: 'The platform knows nothing of ours.',
      severity: 'error',
      from: { path: '^server/platform/', pathNot: isTest },
      to: { path: '^(server|web|demo|tests|bench|prove|scripts)/', pathNot: '^server/platform/' },
    },
    {
      name: 'room-on-a-shelf',
      comment: 'Every room stands on a shelf named in scripts/laws/shelves.cjs.',
      severity: 'error',
      from: {},
      to: { path: '^server/rooms/', pathNot: [room(known)] },
    },
    {
      name: 'room-on-a-shelf-itself',
      severity: 'error',
      from: { path: '^server/rooms/', pathNot: [room(known)] },
      to: {},
    },
    ...shelfRules,
    {
      name: 'room-not-top',
      comment: 'A room does not know the doors, the wiring or the programs above it.',
      severity: 'error',
      from: { path: '^server/rooms/', pathNot: isTest },
      to: { path: '^(server/(doors/|backup/|[^/]+\\.ts$)|web/|demo/|tests/|bench/|prove/|scripts/)' },
    },
    {
      name: 'room-by-its-face',
      comment:
        "Another room is entered through its index.ts. Its schema.ts (what anyone outside may see anyway) is open too; tables.ts to a lower room's tables.ts and read*.ts only.",
      severity: 'error',
      from: { path: '^server/rooms/([^/]+)/' },
      to: { path: '^server/rooms/', pathNot: ['^server/rooms/$1/', '/(index|schema|tables)\\.ts$'] },
    },
    {
      name: 'tables-for-readers',
      comment: "Only tables.ts and read*.ts look at another room's tables.ts.",
      severity: 'error',
      from: { path: '^server/rooms/([^/]+)/', pathNot: '/(tables|read[^/]*)\\.ts$' },
      to: { path: '/tables\\.ts$', pathNot: '^server/rooms/$1/' },
    },
    {
      name: 'tables-alone',
      comment: 'tables.ts imports lower tables.ts only.',
      severity: 'error',
      from: { path: '^server/rooms/.+/tables\\.ts$' },
      to: { pathNot: '/tables\\.ts$' },
    },
    {
      name: 'schema-alone',
      comment: 'schema.ts is what the browser sees of the server: zod and other schemas only.',
      severity: 'error',
      from: { path: '^server/(platform|rooms/[^/]+)/schema\\.ts$' },
      to: { pathNot: ['(^|/)node_modules/zod/', '^server/(platform|rooms/[^/]+)/schema\\.ts$'] },
    },
    {
      name: 'doors-by-the-face',
      comment:
        'Everything outside the rooms enters by index.ts or reads schema.ts. (tests/text times what stands behind the faces, function by function.)',
      severity: 'error',
      from: { path: '^(server/(doors/|backup/|[^/]+\\.ts$)|demo/|bench/|prove/|tests/)', pathNot: '^tests/(laws|text)/' },
      to: { path: '^server/rooms/', pathNot: ['^server/rooms/[^/]+/(index|schema)\\.ts$'] },
    },
    {
      name: 'server-not-web',
      comment: 'The server loads the built bundle by its URL; it never imports the sources of the web app.',
      severity: 'error',
      from: { path: '^server/', pathNot: isTest },
      to: { path: '^(web|tests|bench|prove|scripts)/' },
    },
    {
      name: 'web-sees-schemas',
      comment: 'Of the server the web app sees schema.ts alone.',
      severity: 'error',
      from: { path: '^web/', pathNot: isTest },
      to: { path: '^(server|demo|tests|bench|prove|scripts)/', pathNot: ['^server/(platform|rooms/[^/]+)/schema\\.ts$'] },
    },
    {
      name: 'web-sees-types',
      comment: 'And only its types: `import type`. No validator travels to the browser.',
      severity: 'error',
      from: { path: '^web/', pathNot: isTest },
      to: { path: '^server/', dependencyTypesNot: ['type-only'] },
    },
    ...floorRules,
    ...webShelfRules,
    {
      name: 'web-page-alone',
      comment: 'A page is opened by its address: no page imports another.',
      severity: 'error',
      from: { path: '^web/pages/', pathNot: isTest },
      to: { path: '^web/pages/' },
    },
    {
      name: 'web-feature-on-a-shelf',
      comment: 'Every folder of web/features stands on a shelf named in scripts/laws/shelves.cjs.',
      severity: 'error',
      from: {},
      to: { path: '^web/features/', pathNot: feature(webShelves.flat()) },
    },
    {
      name: 'web-feature-on-a-shelf-itself',
      severity: 'error',
      from: { path: '^web/features/', pathNot: feature(webShelves.flat()) },
      to: {},
    },
    {
      name: 'nobody-imports-tests',
      severity: 'error',
      from: { path: '^(server|web|demo)/', pathNot: isTest },
      to: { path: `(^tests/|^prove/|${isTest})` },
    },
    {
      name: 'demo-from-main-only',
      comment: 'The demo community is called by the program that starts the server, and by tests and the bench.',
      severity: 'error',
      from: { path: '^server/', pathNot: ['^server/[^/]+\\.ts$', isTest] },
      to: { path: '^demo/' },
    },
    {
      name: 'barrels-are-faces',
      comment: 'Only a face (index.ts) and a schema re-export; import from where a thing is made.',
      severity: 'error',
      from: { path: '^(server|web|demo)/', pathNot: '/(index|schema)\\.ts$' },
      to: { dependencyTypes: ['export'] },
    },
    {
      name: 'server-without-dev-tools',
      comment: 'What runs in production is a dependency, not a devDependency.',
      severity: 'error',
      from: { path: '^(server|demo)/', pathNot: ['^server/doors/', isTest] },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: '(^|/)node_modules/@types/' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.d.ts'],
    },
  },
}
