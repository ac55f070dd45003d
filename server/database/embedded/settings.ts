/** What the embedded server is told on its command line; nothing is edited in its files. */

/** `durable` for money: an answered commit survives a power cut. `throwaway` for tests: it need not survive anything. */
export type Durability = 'durable' | 'throwaway';

export function serverSettings(port: number, durability: Durability): Readonly<Record<string, string>> {
  return {
    listen_addresses: '127.0.0.1',
    port: String(port),
    // No socket in a file: its path has a length limit that a deep checkout would break.
    unix_socket_directories: '',
    max_connections: '120',
    shared_buffers: '128MB',
    // Every query here is short; parallel workers would only cost start-up time and shared memory.
    max_parallel_workers_per_gather: '0',
    // What is read lies in memory or on a disk without a moving arm: a page elsewhere costs hardly more than the next one.
    random_page_cost: '1.1',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // Statements carry values in their text, and details of a broken constraint carry rows: neither goes to the log.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_parameter_max_length_on_error: '0',
    ...(durability === 'durable' ? durable : throwaway),
  };
}

const durable = { fsync: 'on', full_page_writes: 'on', synchronous_commit: 'on' };

const throwaway = {
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  autovacuum: 'off',
};
