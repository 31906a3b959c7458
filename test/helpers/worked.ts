/** Milliseconds that this process has worked: other processes on the machine do not count, so that a loaded one fails no test. */
export function worked(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
