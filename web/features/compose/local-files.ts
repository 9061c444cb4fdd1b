// Pictures that are not on the server yet, kept on this device so that a closed tab does not lose them.

const STORE = 'files'

const asked = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })

async function open(): Promise<IDBDatabase> {
  const request = indexedDB.open('vermilion-writing', 1)
  request.onupgradeneeded = () => request.result.createObjectStore(STORE)
  return asked(request)
}

async function within<T>(mode: IDBTransactionMode, work: (files: IDBObjectStore) => IDBRequest<T>): Promise<T | undefined> {
  try {
    const database = await open()
    try {
      return await asked(work(database.transaction(STORE, mode).objectStore(STORE)))
    } finally {
      database.close()
    }
  } catch {
    // Private windows and full devices: the picture then lives as long as the tab.
    return undefined
  }
}

export interface LocalFile {
  blob: Blob
  name: string
}

export const saveLocalFile = (name: string, file: LocalFile) => within('readwrite', (files) => files.put(file, name))
export const localFile = (name: string) => within('readonly', (files) => files.get(name) as IDBRequest<LocalFile | undefined>)
export const dropLocalFile = (name: string) => within('readwrite', (files) => files.delete(name))
