declare const file: { shelves: string[][] }
export = file
