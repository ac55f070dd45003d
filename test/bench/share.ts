/**
 * Holds this process to a share of one core, as a container's quota does (cgroups, `cpu.max`): whatever it had too much of, it sleeps
 * off. So a machine with few cores shows what a server is the limit of, while database, bank and load have room.
 */
const LOOK_every_ms = 5;

export function createShare(): (share: number | null) => void {
  const bed = new Int32Array(new SharedArrayBuffer(4));
  let timer: NodeJS.Timeout | undefined;
  return share => {
    clearInterval(timer);
    if (share === null) return;
    let since_ms = performance.now();
    let before = process.cpuUsage();
    timer = setInterval(() => {
      const { user, system } = process.cpuUsage(before);
      const nap_ms = (user + system) / 1000 / share - (performance.now() - since_ms);
      if (nap_ms > 0) Atomics.wait(bed, 0, 0, nap_ms);
      since_ms = performance.now();
      before = process.cpuUsage();
    }, LOOK_every_ms);
  };
}
