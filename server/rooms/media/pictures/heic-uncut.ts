/** A large picture that is no grid. No phone writes one, and it would stand in the decoder's memory three times. */
export class HeicUncut extends Error {}
