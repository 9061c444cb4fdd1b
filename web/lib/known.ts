/** For the `lang` of an element: `und` says nothing to a browser. */
export const known = (language: string | undefined) => (language && language !== 'und' ? language : undefined)
