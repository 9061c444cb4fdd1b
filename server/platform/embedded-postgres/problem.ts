/** Something the operator can put right. Its message is one line that says what happened and what to do. */
export class PostgresProblem extends Error {
  override name = 'PostgresProblem'
}

/** Another process already runs the database in this folder. `pid` is 0 when it could not be told. */
export class DataDirBusy extends PostgresProblem {
  override name = 'DataDirBusy'
  pid: number

  constructor(folder: string, pid: number) {
    const who = pid ? `process ${pid}` : 'another process'
    super(
      `The data folder ${folder} is in use by ${who}. Stop that one first, choose another DATA_DIR, or set DATABASE_URL to run several processes on one database.`,
    )
    this.pid = pid
  }
}

/** Turns what the file system or PostgreSQL says into one clear line; anything unknown passes through unchanged. */
export function explain(error: unknown, folder: string): unknown {
  if (error instanceof PostgresProblem || !(error instanceof Error)) return error
  const code = (error as NodeJS.ErrnoException).code ?? ''
  const text = `${code} ${error.message}`
  const say = (message: string) => new PostgresProblem(message, { cause: error })
  if (/ENOSPC|EDQUOT|No space left on device|Disk quota exceeded|Check free disk space/.test(text))
    return say(`The disk is full: no room for the database in ${folder}. Free some space and start again; nothing written before is lost.`)
  if (/EROFS|Read-only file system/.test(text))
    return say(`The data folder ${folder} is on a read-only file system. Choose another with DATA_DIR.`)
  if (/EACCES|EPERM|Permission denied|Operation not permitted/.test(text))
    return say(
      `The data folder ${folder} cannot be written by this user (uid ${process.getuid?.()}). Change its owner, or choose another with DATA_DIR.`,
    )
  if (/ENOTDIR|EEXIST/.test(code))
    return say(`The data folder ${folder} cannot be made: a file is in the way. Choose another with DATA_DIR.`)
  if (/could not look up effective user ID/.test(text))
    return say(`PostgreSQL needs an entry in /etc/passwd for the user it runs as, and found none. Add one, or set DATABASE_URL.`)
  return error
}
