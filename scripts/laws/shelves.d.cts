declare const file: { shelves: string[][]; webShelves: string[][] }
export = file
