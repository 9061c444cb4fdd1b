import { createHash } from 'node:crypto'
import * as os from 'node:os'

const mb = 1024 * 1024

/** The server listens in its data directory, which only its runner may enter (see `postmaster.ts` about `/proc/self/cwd`). */
const socketFolder = '/proc/self/cwd'

/**
 * Settings for one machine that also runs the site. An eighth of the memory for pages, at most 512 MB: the kernel caches the rest.
 * Every commit waits for the disk, so that an acknowledged row is never lost.
 */
function defaults(): Record<string, string> {
  const memory = os.totalmem() / mb
  return {
    listen_addresses: '',
    unix_socket_directories: socketFolder,
    unix_socket_permissions: '0700',
    max_connections: '100',
    shared_buffers: `${Math.round(Math.min(512, Math.max(64, memory / 8)))}MB`,
    effective_cache_size: `${Math.round(Math.max(128, memory / 2))}MB`,
    work_mem: '8MB',
    maintenance_work_mem: '96MB',
    synchronous_commit: 'on',
    wal_level: 'minimal',
    max_wal_senders: '0',
    wal_compression: 'on',
    max_wal_size: '1GB',
    checkpoint_timeout: '15min',
    // After a kill one call to the kernel instead of one a file: seconds less until it is back.
    recovery_init_sync_method: 'syncfs',
    random_page_cost: '1.1',
    jit: 'off',
    autovacuum_naptime: '20s',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_checkpoints: 'off',
    // Errors, their details and the statements they arose from quote what people wrote; our own log says where and which.
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_line_prefix: '%m [%p] ',
  }
}

/** Command-line arguments for the server; `own` settings win over ours. */
export function serverArguments(own: Record<string, string>): string[] {
  const settings = { ...defaults(), ...own }
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

/** A short mark of binaries and settings: a surviving server with another mark is replaced. */
export function fingerprint(version: string, args: string[]): string {
  return createHash('sha256')
    .update(JSON.stringify([version, args]))
    .digest('hex')
    .slice(0, 16)
}
